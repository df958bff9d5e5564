package io.github.memoryleak.yardstick;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import kotlin.sequences.Sequence;
import shark.CloseableHeapGraph;
import shark.HeapObject;
import shark.HprofHeapGraph;
import shark.HprofIndex;

/** Shark, the library of LeakCanary. */
public final class SharkYardstick implements Yardstick {
  private static final String CLASS = "java.lang.Class";

  @Override
  public Map<String, Long> instances(Path dump) throws IOException {
    Map<String, Long> instances = new TreeMap<>();
    try (CloseableHeapGraph graph =
        HprofHeapGraph.Companion.openHeapGraph(
            dump.toFile(), null, HprofIndex.Companion.defaultIndexedGcRootTags())) {
      each(graph.getInstances(), o -> add(instances, o.getInstanceClassName()));
      each(graph.getObjectArrays(), o -> add(instances, o.getArrayClassName()));
      each(graph.getPrimitiveArrays(), o -> add(instances, o.getArrayClassName()));
    }
    instances.remove(CLASS);
    return instances;
  }

  /** Prints how many objects a dump has. */
  public static void main(String[] args) throws IOException {
    System.out.println(total(new SharkYardstick().instances(Path.of(args[0]))));
  }

  static long total(Map<String, Long> instances) {
    return instances.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void add(Map<String, Long> instances, String name) {
    instances.merge(name, 1L, Long::sum);
  }

  private static <T extends HeapObject> void each(Sequence<T> objects, Consumer<T> action) {
    Iterator<T> iterator = objects.iterator();
    while (iterator.hasNext()) {
      action.accept(iterator.next());
    }
  }
}
