package io.github.memoryleak.heap.dominator;

/**
 * The back edges by target. Those to a child of the virtual node change nothing and are left out.
 */
final class Predecessors {
  private final int[] first;
  private final int[] sources;

  Predecessors(DepthFirst tree) {
    BackEdges edges = tree.back;
    first = new int[tree.count + 1];
    for (int i = 0; i < edges.count(); i++) {
      if (tree.earliest[edges.to(i)] != 0) {
        first[edges.to(i)]++;
      }
    }
    int sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += first[i];
      first[i] = sum;
    }
    sources = new int[sum];
    fill(tree);
  }

  /** Fills from the back, so that afterwards each entry is the first of its node. */
  private void fill(DepthFirst tree) {
    BackEdges edges = tree.back;
    for (int i = 0; i < edges.count(); i++) {
      if (tree.earliest[edges.to(i)] != 0) {
        sources[--first[edges.to(i)]] = edges.from(i);
      }
    }
  }

  int first(int node) {
    return first[node];
  }

  int end(int node) {
    return first[node + 1];
  }

  int source(int index) {
    return sources[index];
  }
}
