package io.github.memoryleak.heap.dominator;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.Roots;
import java.util.Arrays;

/**
 * A depth-first numbering of what is reachable. Number 0 stands for the virtual node above all
 * roots; the tree below it is given by the number of each node's parent.
 */
final class DepthFirst {
  static final int UNREACHED = -1;

  private final HeapGraph graph;

  /** The number of each object, or {@link #UNREACHED}. */
  final int[] number;

  /** The object of each number; nothing at 0. */
  final int[] object;

  /** The parent of each number, as a number. */
  final int[] parent;

  /** How many numbers are in use. */
  int count = 1;

  private int[] stack = new int[1 << 10];
  private int[] cursors = new int[1 << 10];
  private int depth;

  DepthFirst(HeapGraph graph) {
    this.graph = graph;
    number = new int[graph.objects()];
    Arrays.fill(number, UNREACHED);
    object = new int[graph.objects() + 1];
    parent = new int[graph.objects() + 1];
  }

  DepthFirst run() {
    Roots roots = graph.roots();
    for (int i = 0; i < roots.count(); i++) {
      if (number[roots.object(i)] == UNREACHED) {
        push(roots.object(i), 0);
        drain();
      }
    }
    stack = new int[0];
    cursors = new int[0];
    return this;
  }

  private void drain() {
    while (depth > 0) {
      int from = stack[depth - 1];
      int edge = cursors[depth - 1];
      int end = graph.endEdge(from);
      while (edge < end && number[graph.target(edge)] != UNREACHED) {
        edge++;
      }
      if (edge == end) {
        depth--;
      } else {
        cursors[depth - 1] = edge + 1;
        push(graph.target(edge), number[from]);
      }
    }
  }

  private void push(int node, int under) {
    number[node] = count;
    object[count] = node;
    parent[count++] = under;
    if (depth == stack.length) {
      stack = Arrays.copyOf(stack, 2 * depth);
      cursors = Arrays.copyOf(cursors, 2 * depth);
    }
    stack[depth] = node;
    cursors[depth++] = graph.firstEdge(node);
  }
}
