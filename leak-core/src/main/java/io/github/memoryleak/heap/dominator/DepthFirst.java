package io.github.memoryleak.heap.dominator;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.References;
import io.github.memoryleak.heap.graph.Roots;
import java.util.Arrays;

/**
 * A depth-first numbering of what is reachable. Number 0 stands for the virtual node above all
 * roots, so an object without a number is not reachable; the tree below it is given by the number
 * of each node's parent. Which object has a number is told only afterwards: the search itself needs
 * no table for it.
 *
 * <p>Each reference is seen once, so this is where references are told apart. One that leads from a
 * node to its child, to a child of one of its children and so on, counts for dominators only when
 * it is not the tree's own; those that lead back are kept as well, see {@link BackEdges}. Both
 * together are a quarter of the references.
 */
final class DepthFirst {
  static final int UNREACHED = 0;

  private static final int NOTHING = -1;

  private final HeapGraph graph;

  /** The number of each object, or {@link #UNREACHED}. */
  final int[] number;

  /** The parent of each number, as a number. */
  final int[] parent;

  /** The parents once more, for when {@link SemiNca} has lost them. */
  final TreeShape shape;

  /** The references that a dominator may hang on. */
  final BackEdges back;

  /** How many numbers are in use. */
  int count = 1;

  private References references;
  private References spare;
  private int[] numbers = new int[1 << 10];
  private int[] places = new int[References.PLACE << 10];
  private int depth;
  private int left;

  DepthFirst(HeapGraph graph) {
    this.graph = graph;
    references = graph.references();
    spare = graph.references();
    number = new int[graph.objects()];
    parent = new int[graph.objects() + 1];
    shape = new TreeShape(graph.objects() + 1);
    back = new BackEdges(graph.objects() + 1);
  }

  DepthFirst run() {
    Roots roots = graph.roots();
    for (int i = 0; i < roots.count(); i++) {
      if (number[roots.object(i)] == UNREACHED) {
        enter(roots.object(i), 0);
        drain();
      }
    }
    for (int i = 0; i < roots.count(); i++) {
      note(0, number[roots.object(i)]);
    }
    numbers = new int[0];
    places = new int[0];
    return this;
  }

  private void drain() {
    while (depth > 0) {
      int from = numbers[depth - 1];
      int target = unreached(from);
      if (target == NOTHING) {
        leave();
      } else {
        enter(target, from);
      }
    }
  }

  /** {@return the next object to enter; takes note of references to other ones} */
  private int unreached(int from) {
    while (references.next()) {
      int target = references.target();
      int to = number[target];
      if (to == UNREACHED) {
        return target;
      }
      note(from, to);
    }
    return NOTHING;
  }

  private void note(int from, int to) {
    if (from != to && from != parent[to]) {
      back.add(from, to);
    }
  }

  private void enter(int object, int under) {
    number[object] = count;
    parent[count] = under;
    shape.add(left);
    left = 0;
    if (spare.of(object).isDone()) {
      left = 1;
    } else {
      open();
    }
    count++;
  }

  private void open() {
    if (depth > 0) {
      references.save(places, References.PLACE * (depth - 1));
    }
    if (depth == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * depth);
      places = Arrays.copyOf(places, References.PLACE * 2 * depth);
    }
    References opened = spare;
    spare = references;
    references = opened;
    numbers[depth++] = count;
  }

  private void leave() {
    left++;
    if (--depth > 0) {
      references.restore(places, References.PLACE * (depth - 1));
    }
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
