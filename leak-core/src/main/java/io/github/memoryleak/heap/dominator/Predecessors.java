package io.github.memoryleak.heap.dominator;

import io.github.memoryleak.heap.graph.HeapGraph;

/**
 * The edges that lead from a later number to an earlier one, by target. Of all other edges only the
 * one from the earliest source counts for the algorithm, so they are folded into the first estimate
 * of the semidominator and take no room. Edges to a child of the virtual node change nothing.
 */
final class Predecessors {
  private final HeapGraph graph;
  private final DepthFirst tree;
  private final int[] first;
  private final int[] sources;

  Predecessors(HeapGraph graph, DepthFirst tree, int[] semi) {
    this.graph = graph;
    this.tree = tree;
    first = new int[tree.count + 1];
    count(semi);
    int sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += first[i];
      first[i] = sum;
    }
    sources = new int[sum];
    fill(semi);
  }

  private void count(int[] semi) {
    for (int from = 1; from < tree.count; from++) {
      int object = tree.object[from];
      for (int edge = graph.firstEdge(object), end = graph.endEdge(object); edge < end; edge++) {
        int to = tree.number[graph.target(edge)];
        if (from > to) {
          first[to]++;
        } else if (from < semi[to]) {
          semi[to] = from;
        }
      }
    }
    for (int to = 1; to < tree.count; to++) {
      if (semi[to] == 0) {
        first[to] = 0;
      }
    }
  }

  /** Fills from the back, so that afterwards each entry is the first of its node. */
  private void fill(int[] semi) {
    for (int from = 1; from < tree.count; from++) {
      int object = tree.object[from];
      for (int edge = graph.firstEdge(object), end = graph.endEdge(object); edge < end; edge++) {
        int to = tree.number[graph.target(edge)];
        if (from > to && semi[to] != 0) {
          sources[--first[to]] = from;
        }
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
