package io.github.memoryleak.heap.analysis;

import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.ObjectReader;
import java.util.ArrayList;
import java.util.List;

/** The arguments of the JVM that was dumped: its management bean keeps them once it was asked. */
final class JvmFlags {
  /** System properties are arguments as well, but do not change the heap. */
  private static final String FLAG = "-X";

  private static final String FACTORY = "sun.management.ManagementFactoryHelper";

  private JvmFlags() {}

  /** The arguments; none when the bean was never asked. */
  static List<String> of(HeapGraph graph) {
    HeapClass factory = graph.classes().named(FACTORY);
    ObjectReader reader = graph.reader();
    int bean = factory == null ? -1 : reader.staticReference(factory.number(), "jvm");
    int list = bean < 0 ? -1 : reader.reference(bean, "vmArgs");
    int wrapped = list < 0 ? -1 : reader.reference(list, "list");
    int array = array(reader, wrapped < 0 ? list : wrapped);
    List<String> flags = new ArrayList<>();
    for (int i = 0; array >= 0 && i < reader.length(array); i++) {
      int element = reader.element(array, i);
      String text = element < 0 ? null : reader.string(element);
      if (text != null && text.startsWith(FLAG)) {
        flags.add(text);
      }
    }
    return flags;
  }

  private static int array(ObjectReader reader, int list) {
    return list < 0 ? -1 : reader.reference(list, "a");
  }
}
