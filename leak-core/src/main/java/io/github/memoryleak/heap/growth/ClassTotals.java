package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By how many objects each class grew between two dumps, whoever holds them; and as text. */
public final class ClassTotals {
  static final String GROWTH = "classGrowth";

  private ClassTotals() {}

  static Map<String, Long> count(HeapGraph graph) {
    Map<String, Long> objects = new HashMap<>();
    for (HeapClass type : graph.classes().all()) {
      objects.merge(type.name(), type.instances(), Long::sum);
    }
    return objects;
  }

  /** {@return a record of the classes of the last dump: by how many objects each has grown} */
  static List<String> lines(Map<String, Long> first, Map<String, Long> last) {
    List<String> lines = new ArrayList<>();
    last.forEach(
        (name, objects) ->
            lines.add(Blocks.line(GROWTH, objects - first.getOrDefault(name, 0L) + " " + name)));
    lines.add(Blocks.END);
    return lines;
  }

  /**
   * {@return by how many objects the classes of the last dump have grown; negative where there are
   * fewer}
   *
   * @param lines what the process printed
   */
  public static Map<String, Long> parse(List<String> lines) {
    Map<String, Long> growth = new HashMap<>();
    Blocks.parse("class", lines).forEach(block -> growth.putAll(block.numbers(GROWTH)));
    return growth;
  }
}
