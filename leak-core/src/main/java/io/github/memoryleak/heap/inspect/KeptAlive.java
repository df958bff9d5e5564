package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.References;
import io.github.memoryleak.heap.graph.Roots;
import java.util.BitSet;

/**
 * What all instances of some classes keep alive together: the objects that a search from the roots
 * does not reach when it stops at these instances. That needs no dominators.
 *
 * <p>An object that several of the instances hold, and nothing else, counts with the first of them
 * that is asked for.
 */
final class KeptAlive {
  private final HeapGraph graph;
  private final References references;
  private final boolean[] isSelected;

  /** What is reached without the instances, and what was counted. */
  private final BitSet seen;

  private final IntStack open = new IntStack();

  private KeptAlive(HeapGraph graph, boolean[] isSelected) {
    this.graph = graph;
    references = graph.references();
    this.isSelected = isSelected;
    seen = new BitSet(graph.objects());
  }

  /** Searches from the roots around the instances of the classes. */
  static KeptAlive by(boolean[] isSelected, HeapGraph graph) {
    KeptAlive search = new KeptAlive(graph, isSelected);
    Roots roots = graph.roots();
    for (int i = 0; i < roots.count(); i++) {
      search.pass(roots.object(i));
      search.around();
    }
    return search;
  }

  private void around() {
    while (!open.isEmpty()) {
      int from = open.pop();
      references.of(from);
      while (references.next()) {
        pass(references.target());
      }
    }
  }

  private void pass(int object) {
    if (!seen.get(object) && !isSelected[graph.classOf(object)]) {
      seen.set(object);
      open.push(object);
    }
  }

  /** The bytes that an instance keeps alive, as far as they were not counted yet. */
  long bytes(int instance) {
    long bytes = visit(instance);
    while (!open.isEmpty()) {
      int from = open.pop();
      references.of(from);
      while (references.next()) {
        bytes += visit(references.target());
      }
    }
    return bytes;
  }

  private long visit(int object) {
    if (seen.get(object)) {
      return 0;
    }
    seen.set(object);
    open.push(object);
    return graph.shallowSize(object);
  }
}
