package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.References;
import io.github.memoryleak.heap.graph.Strength;
import io.github.memoryleak.heap.graph.WeakReferences;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.util.BitSet;

/**
 * Marks objects in the order of the strength of references: what is strongly reachable first, then
 * what the soft references among the marked objects lead to, then the weak ones, and so on. A
 * reference counts once the reference object itself is marked; marking may uncover more of them, so
 * each strength is repeated until it finds nothing new.
 */
final class ReachabilityScan {
  private final HeapGraph graph;
  private final References held;
  private final WeakReferences references;
  private final BitSet marked;
  private final IntStack open = new IntStack();
  private final HeapProgress progress;
  private long objects;
  private long bytes;

  ReachabilityScan(HeapView view, HeapProgress progress) {
    graph = view.graph();
    held = graph.references();
    references = graph.weakReferences();
    marked = new BitSet(graph.objects());
    this.progress = progress;
    Ticker ticker = new Ticker(progress, "marking objects", graph.objects());
    graph.forEach(
        (object, type, shallow, length) -> {
          ticker.at(object);
          if (view.tree().isReachable(object)) {
            count(object, shallow);
          }
        });
  }

  Reachability run() {
    Amount strong = taken();
    Amount soft = through(Strength.SOFT);
    Amount weak = through(Strength.WEAK);
    Amount finalizer = through(Strength.FINAL);
    Amount phantom = through(Strength.PHANTOM);
    graph.forEach(
        (object, type, shallow, length) -> {
          if (!marked.get(object)) {
            count(object, shallow);
          }
        });
    return new Reachability(strong, soft, weak, finalizer, phantom, taken());
  }

  private Amount through(Strength strength) {
    long before;
    do {
      progress.at("following references", references.count(), references.count());
      before = objects;
      for (int i = 0; i < references.count(); i++) {
        if (references.strength(i).compareTo(strength) <= 0
            && marked.get(references.reference(i))) {
          mark(references.referent(i));
        }
      }
    } while (objects > before);
    return taken();
  }

  private void mark(int object) {
    if (object >= 0 && !marked.get(object)) {
      visit(object);
    }
    while (!open.isEmpty()) {
      int from = open.pop();
      held.of(from);
      while (held.next()) {
        int target = held.target();
        if (!marked.get(target)) {
          visit(target);
        }
      }
    }
  }

  private void visit(int object) {
    count(object, graph.shallowSize(object));
    open.push(object);
  }

  private void count(int object, long shallow) {
    marked.set(object);
    objects++;
    bytes += shallow;
  }

  private Amount taken() {
    Amount amount = new Amount(objects, bytes);
    objects = 0;
    bytes = 0;
    return amount;
  }
}
