package io.github.memoryleak.heap.dominator;

import java.util.Arrays;

/**
 * Immediate dominators in near-linear time.
 *
 * <p>Node v dominates w when each path from a root to w leads through v; the closest such v is the
 * immediate dominator. The semidominator of w is the smallest depth-first number from which a path
 * leads to w through nodes of larger numbers only. Semidominators are found in one pass over the
 * nodes in descending order, with a forest of the nodes passed so far whose paths are compressed at
 * each look-up ("eval" of Lengauer and Tarjan). The immediate dominator of w is then the nearest
 * common ancestor, in the dominator tree built so far, of w's parent and its semidominator: a
 * second pass, in ascending order, climbs from the parent until it is not below the semidominator.
 *
 * <p>All arrays are indexed by depth-first number. An edge between two nodes whose source has the
 * smaller number contributes just that number, so only the other edges are stored, see {@link
 * DepthFirst}.
 *
 * <p>Three of the tables serve twice, as a large heap's tables cost more to touch than to compute:
 * a parent is asked for last when its node is passed, so the forest takes its place; so is a node's
 * chain of edges, where its dominator goes.
 *
 * <p>Source: L. Georgiadis, R. Tarjan, R. Werneck, "Finding dominators in practice", 2006 (the
 * algorithm SNCA); T. Lengauer, R. Tarjan, "A fast algorithm for finding dominators in a
 * flowgraph", 1979.
 */
final class SemiNca {
  private final DepthFirst tree;
  private final BackEdges back;
  private final int[] semi;
  private final int[] ancestor;
  private final int[] dominator;
  private final int[] label;
  private int[] path = new int[1 << 10];

  private SemiNca(DepthFirst tree, int[] label) {
    this.tree = tree;
    this.label = label;
    back = tree.back;
    semi = tree.earliest;
    ancestor = tree.parent;
    dominator = tree.back.reused();
  }

  /**
   * {@return the immediate dominator of each number; parents and back edges are lost on the way}
   *
   * @param tree the numbering
   * @param spare a table with an entry for each number, whose contents do not matter
   */
  static int[] dominators(DepthFirst tree, int[] spare) {
    SemiNca algorithm = new SemiNca(tree, spare);
    algorithm.semidominators();
    tree.back.clear();
    algorithm.climb();
    return algorithm.dominator;
  }

  private void semidominators() {
    for (int node = tree.count - 1; node > 0; node--) {
      int least = semi[node];
      int edge = back.first(node);
      while (edge != BackEdges.NONE && least > 0) {
        least = Math.min(least, semi[eval(back.source(edge), node)]);
        edge = back.next(edge);
      }
      semi[node] = least;
      label[node] = node;
      dominator[node] = ancestor[node];
    }
  }

  /** {@return the node of least semidominator on the path up to, not including, linked nodes} */
  private int eval(int node, int lastLinked) {
    if (ancestor[node] <= lastLinked) {
      return label[node];
    }
    compress(node, lastLinked);
    return label[node];
  }

  /** Compresses the path from the top downwards. */
  private void compress(int node, int lastLinked) {
    int length = 0;
    for (int v = node; ancestor[v] > lastLinked; v = ancestor[v]) {
      if (length == path.length) {
        path = Arrays.copyOf(path, 2 * length);
      }
      path[length++] = v;
    }
    while (length-- > 0) {
      int v = path[length];
      int above = ancestor[v];
      if (semi[label[above]] < semi[label[v]]) {
        label[v] = label[above];
      }
      ancestor[v] = ancestor[above];
    }
  }

  private void climb() {
    for (int node = 1; node < tree.count; node++) {
      int candidate = dominator[node];
      while (candidate > semi[node]) {
        candidate = dominator[candidate];
      }
      dominator[node] = candidate;
    }
  }
}
