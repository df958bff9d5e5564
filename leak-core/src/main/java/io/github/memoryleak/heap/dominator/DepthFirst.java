package io.github.memoryleak.heap.dominator;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.Roots;
import java.util.Arrays;

/**
 * A depth-first numbering of what is reachable. Number 0 stands for the virtual node above all
 * roots, so an object without a number is not reachable; the tree below it is given by the number
 * of each node's parent. Which object has a number is told only afterwards: the search itself needs
 * no table for it.
 *
 * <p>Each reference is seen once, so this is where references are told apart. Of those that lead to
 * a later number only the one from the earliest source counts for dominators: it is the first
 * estimate of the semidominator. Those that lead back are kept, see {@link BackEdges}.
 */
final class DepthFirst {
  static final int UNREACHED = 0;

  private static final int NOTHING = -1;

  private final HeapGraph graph;

  /** The number of each object, or {@link #UNREACHED}. */
  final int[] number;

  /** The parent of each number, as a number. */
  final int[] parent;

  /** The least number of those that refer to each number and come before it. */
  final int[] earliest;

  /** The references to an earlier number. */
  final BackEdges back;

  /** How many numbers are in use. */
  int count = 1;

  private int[] numbers = new int[1 << 10];
  private int[] cursors = new int[1 << 10];
  private int[] ends = new int[1 << 10];
  private int depth;

  DepthFirst(HeapGraph graph) {
    this.graph = graph;
    number = new int[graph.objects()];
    parent = new int[graph.objects() + 1];
    earliest = new int[graph.objects() + 1];
    back = new BackEdges(graph.objects() + 1);
  }

  DepthFirst run() {
    Roots roots = graph.roots();
    for (int i = 0; i < roots.count(); i++) {
      if (number[roots.object(i)] == UNREACHED) {
        push(roots.object(i), 0);
        drain();
      }
    }
    for (int i = 0; i < roots.count(); i++) {
      earliest[number[roots.object(i)]] = 0;
    }
    numbers = new int[0];
    cursors = new int[0];
    ends = new int[0];
    return this;
  }

  private void drain() {
    while (depth > 0) {
      int from = numbers[depth - 1];
      int edge = cursors[depth - 1];
      int end = ends[depth - 1];
      int target = NOTHING;
      while (edge < end && target == NOTHING) {
        int candidate = graph.target(edge++);
        int to = number[candidate];
        if (to == UNREACHED) {
          target = candidate;
        } else {
          note(from, to);
        }
      }
      cursors[depth - 1] = edge;
      if (target == NOTHING) {
        depth--;
      } else {
        push(target, from);
      }
    }
  }

  private void note(int from, int to) {
    if (to < from) {
      back.add(from, to);
    } else if (from < earliest[to]) {
      earliest[to] = from;
    }
  }

  private void push(int node, int under) {
    number[node] = count;
    parent[count] = under;
    earliest[count] = under;
    int edge = graph.firstEdge(node);
    int end = graph.endEdge(node);
    if (edge < end) {
      if (depth == numbers.length) {
        grow();
      }
      numbers[depth] = count;
      cursors[depth] = edge;
      ends[depth++] = end;
    }
    count++;
  }

  private void grow() {
    numbers = Arrays.copyOf(numbers, 2 * depth);
    cursors = Arrays.copyOf(cursors, 2 * depth);
    ends = Arrays.copyOf(ends, 2 * depth);
  }

  /** Writes the object of each number into a table. */
  void objects(int[] objects) {
    for (int object = 0; object < number.length; object++) {
      if (number[object] != UNREACHED) {
        objects[number[object]] = object;
      }
    }
  }
}
