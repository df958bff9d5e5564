package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.dominator.DominatorTree;
import io.github.memoryleak.heap.graph.HeapGraph;
import java.util.Arrays;
import java.util.List;

/** What would be freed with all objects of a group: those of them that no other one dominates. */
final class Retained {
  private Retained() {}

  /** {@return bytes for each of the groups} */
  static long[] of(HeapGraph graph, DominatorTree tree, Grouping grouping, List<Integer> groups) {
    long[] bytes = new long[groups.size()];
    int[] indexOf = new int[grouping.table().size()];
    Arrays.fill(indexOf, Grouping.NONE);
    groups.forEach(g -> indexOf[g] = groups.indexOf(g));
    int[] covering = new int[graph.objects()];
    Arrays.fill(covering, Grouping.NONE);
    for (int i = 0; i < tree.reachableObjects(); i++) {
      int object = tree.inOrder(i);
      int dominator = tree.dominator(object);
      int above = dominator < 0 ? Grouping.NONE : covering[dominator];
      int own = indexOf[grouping.groupOf(object)];
      if (own != Grouping.NONE && own != above) {
        bytes[own] += tree.retainedSize(object);
      }
      covering[object] = own == Grouping.NONE ? above : own;
    }
    return bytes;
  }
}
