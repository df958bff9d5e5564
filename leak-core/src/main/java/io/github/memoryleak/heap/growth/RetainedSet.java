package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.Roots;
import java.util.BitSet;

/**
 * What would be freed with some groups together, exactly: what a search from the roots does not
 * reach when it stops at them. Objects that two holders share are dominated by neither.
 */
final class RetainedSet {
  private final HeapGraph graph;
  private final Grouping grouping;
  private final BitSet removed;
  private final BitSet reached;
  private final int[] queue;
  private int end;

  private RetainedSet(HeapGraph graph, Grouping grouping, BitSet removed) {
    this.graph = graph;
    this.grouping = grouping;
    this.removed = removed;
    reached = new BitSet(graph.objects());
    queue = new int[graph.objects()];
  }

  /** {@return the bytes, of objects that are strongly reachable otherwise} */
  static long bytes(HeapGraph graph, Grouping grouping, BitSet groups) {
    RetainedSet set = new RetainedSet(graph, grouping, groups);
    set.search();
    long[] bytes = new long[1];
    graph.forEach(
        (object, classNumber, size, length) -> {
          if (grouping.isStrong(object) && !set.reached.get(object)) {
            bytes[0] += size;
          }
        });
    return bytes[0];
  }

  private void search() {
    Roots roots = graph.roots();
    for (int i = 0; i < roots.count(); i++) {
      reach(roots.object(i));
    }
    for (int i = 0; i < end; i++) {
      int object = queue[i];
      for (int edge = graph.firstEdge(object), last = graph.endEdge(object); edge < last; edge++) {
        reach(graph.target(edge));
      }
    }
  }

  private void reach(int object) {
    int group = grouping.groupOf(object);
    if (!reached.get(object) && (group < 0 || !removed.get(group))) {
      reached.set(object);
      queue[end++] = object;
    }
  }
}
