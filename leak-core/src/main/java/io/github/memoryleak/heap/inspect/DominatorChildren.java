package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.dominator.DominatorTree;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.util.Arrays;

/**
 * The dominator tree downwards: each object's first child and its next sibling, two ints an object.
 */
final class DominatorChildren {
  private final int[] first;
  private final int[] next;
  private int firstRoot = -1;

  private DominatorChildren(int objects) {
    first = new int[objects];
    next = new int[objects];
    Arrays.fill(first, -1);
  }

  static DominatorChildren of(HeapView view, HeapProgress progress) {
    int objects = view.graph().objects();
    DominatorChildren children = new DominatorChildren(objects);
    Ticker ticker = new Ticker(progress, "turning the dominator tree", objects);
    for (int object = objects - 1; object >= 0; object--) {
      children.add(object, view.tree());
      ticker.at(objects - 1L - object);
    }
    return children;
  }

  /** The first child in number order, or -1. */
  int first(int object) {
    return first[object];
  }

  /** The next child of the same dominator, or -1. */
  int next(int object) {
    return next[object];
  }

  /** The first object that only the roots dominate; its siblings follow. */
  int firstRoot() {
    return firstRoot;
  }

  private void add(int object, DominatorTree tree) {
    int dominator = tree.dominator(object);
    if (dominator >= 0) {
      next[object] = first[dominator];
      first[dominator] = object;
    } else if (tree.isReachable(object)) {
      next[object] = firstRoot;
      firstRoot = object;
    }
  }
}
