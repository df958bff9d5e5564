package io.github.memoryleak.heap.analysis;

import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapGraph;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a dump tells about the JVM that it was taken of. A redacted dump tells no texts.
 *
 * @param version the Java version, such as {@code 17.0.15}; empty when it is not in the dump
 * @param name the JVM's name; empty when it is not in the dump
 * @param program the main class or jar, without its arguments; empty when it is not in the dump
 * @param flags the JVM's arguments; empty when the program never asked for them
 * @param sizes bytes of an instance of classes that every JVM has, by class
 */
public record JvmFacts(
    String version, String name, String program, List<String> flags, Map<String, Long> sizes) {
  private static final List<String> EVERYWHERE =
      List.of("java.lang.Object", "java.lang.Integer", "java.lang.String", "java.lang.Class");

  /** Copies the collections. */
  public JvmFacts {
    flags = List.copyOf(flags);
    sizes = Map.copyOf(sizes);
  }

  /**
   * Reads what there is.
   *
   * @param graph the dump
   * @return what it tells
   */
  public static JvmFacts of(HeapGraph graph) {
    SystemProperties properties = SystemProperties.of(graph);
    String command = properties.get("sun.java.command");
    return new JvmFacts(
        properties.get("java.version"),
        properties.get("java.vm.name"),
        command.split(" ", 2)[0],
        JvmFlags.of(graph),
        sizes(graph));
  }

  private static Map<String, Long> sizes(HeapGraph graph) {
    Map<String, Long> sizes = new TreeMap<>();
    for (String name : EVERYWHERE) {
      HeapClass found = graph.classes().named(name);
      if (found != null && found.instanceSize() > 0) {
        sizes.put(name, found.instanceSize());
      }
    }
    return sizes;
  }
}
