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
 * <p>All arrays are indexed by depth-first number. Nine of ten nodes are reached from their parent
 * alone, which then is their semidominator and dominator; only what leads to the others is stored,
 * see {@link DepthFirst}, and only their semidominators are noted.
 *
 * <p>Two tables do for all, as a large heap's tables cost more to touch than to compute: of a node
 * not yet passed one has the parent, the other one the chain of edges; of a node passed one has its
 * ancestor in the forest, the other one the least semidominator on the path up to there. In the
 * second pass dominators take the place of ancestors, and parents come from the {@link TreeShape}.
 *
 * <p>Source: L. Georgiadis, R. Tarjan, R. Werneck, "Finding dominators in practice", 2006 (the
 * algorithm SNCA); T. Lengauer, R. Tarjan, "A fast algorithm for finding dominators in a
 * flowgraph", 1979.
 */
final class SemiNca {
  private final DepthFirst tree;
  private final BackEdges back;
  private final int[] ancestor;
  private final int[] least;

  /** The nodes whose semidominator is not their parent, latest first, each with it. */
  private final LongChunks semidominators = new LongChunks();

  private int[] path = new int[1 << 10];

  private SemiNca(DepthFirst tree) {
    this.tree = tree;
    back = tree.back;
    ancestor = tree.parent;
    least = tree.back.reused();
  }

  /**
   * {@return the immediate dominator of each number; parents and back edges are lost on the way}
   *
   * @param tree the numbering
   */
  static int[] dominators(DepthFirst tree) {
    SemiNca algorithm = new SemiNca(tree);
    algorithm.semidominators();
    tree.back.clear();
    algorithm.climb();
    return algorithm.ancestor;
  }

  private void semidominators() {
    for (int node = tree.count - 1; node > 0; node--) {
      int parent = ancestor[node];
      int edge = back.first(node);
      int found = parent;
      while (edge != BackEdges.NONE && found > 0) {
        int source = back.source(edge);
        found = Math.min(found, source < node ? source : eval(source, node));
        edge = back.next(edge);
      }
      least[node] = found;
      if (found < parent) {
        semidominators.add((long) node << Integer.SIZE | found);
      }
    }
  }

  /** {@return the least semidominator on the path up to, not including, linked nodes} */
  private int eval(int node, int lastLinked) {
    if (ancestor[node] > lastLinked) {
      compress(node, lastLinked);
    }
    return least[node];
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
      least[v] = Math.min(least[v], least[above]);
      ancestor[v] = ancestor[above];
    }
  }

  private void climb() {
    TreeShape.Reader parents = tree.shape.reader();
    int next = semidominators.size() - 1;
    for (int node = 1; node < tree.count; node++) {
      int candidate = parents.parent();
      if (next >= 0 && semidominators.get(next) >>> Integer.SIZE == node) {
        int semidominator = (int) semidominators.get(next--);
        while (candidate > semidominator) {
          candidate = ancestor[candidate];
        }
      }
      ancestor[node] = candidate;
    }
  }
}
