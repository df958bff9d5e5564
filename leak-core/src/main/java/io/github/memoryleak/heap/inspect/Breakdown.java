package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.graph.HeapClass;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * The objects directly below another one in the dominator tree, with what links them looked
 * through: the nodes of a chain or a tree dominate each other, though for its user they lie next to
 * each other.
 */
final class Breakdown {
  private final HeapView view;
  private final DominatorChildren children;

  Breakdown(HeapView view, DominatorChildren children) {
    this.view = view;
    this.children = children;
  }

  /** The objects that no other dominates. */
  void roots(IntConsumer child) {
    for (int o = children.firstRoot(); o >= 0; o = children.next(o)) {
      child.accept(o);
    }
  }

  /** The children of an object, and those of its descendants as far as these are of its class. */
  void below(int object, IntConsumer child) {
    IntStack open = new IntStack();
    open.push(object);
    while (!open.isEmpty()) {
      int parent = open.pop();
      for (int c = children.first(parent); c >= 0; c = children.next(c)) {
        if (isLinked(parent, c)) {
          open.push(c);
        } else {
          child.accept(c);
        }
      }
    }
  }

  /**
   * Adds up what is below an object, with the entries of the JDK's maps and lists looked through.
   */
  void contents(int object, ClassSums sums) {
    IntStack open = new IntStack();
    open.push(object);
    while (!open.isEmpty()) {
      below(open.pop(), child -> add(child, sums, open));
    }
  }

  /**
   * Adds up what is below an object, with objects of some classes and their arrays looked through.
   */
  void leaves(int object, BitSet inner, ClassSums sums) {
    IntStack open = new IntStack();
    open.push(object);
    while (!open.isEmpty()) {
      int node = open.pop();
      for (int c = children.first(node); c >= 0; c = children.next(c)) {
        if (inner.get(view.graph().classOf(c)) || isReferenceArray(c)) {
          open.push(c);
        } else {
          content(c, sums);
        }
      }
    }
  }

  private boolean isReferenceArray(int object) {
    HeapClass type = view.classOf(object);
    return type.isArray() && !type.isPrimitiveArray();
  }

  /** Adds up an object itself, or what is below it when it is such an entry. */
  void content(int object, ClassSums sums) {
    if (isPart(object)) {
      contents(object, sums);
    } else {
      sums.add(
          view.name(object), view.graph().shallowSize(object), view.tree().retainedSize(object));
    }
  }

  private void add(int child, ClassSums sums, IntStack open) {
    if (isPart(child)) {
      open.push(child);
    } else {
      content(child, sums);
    }
  }

  /** Whether an object is an inner part of a collection of the JDK: a table, a node, an entry. */
  boolean isPart(int object) {
    int dominator = view.tree().dominator(object);
    String name = view.classOf(object).name();
    return name.startsWith("java.util.")
        && (name.endsWith("Node") || name.endsWith("Entry") || name.endsWith("[]"))
        && dominator >= 0;
  }

  boolean isLinked(int parent, int child) {
    HeapClass above = view.classOf(parent);
    HeapClass below = view.classOf(child);
    return !above.isArray()
        && !view.isClass(child)
        && (above == below || (isPart(child) && (related(above, below) || related(below, above))));
  }

  private static boolean related(HeapClass type, HeapClass other) {
    return !other.name().equals("java.lang.Object") && type.isSubclassOf(other.name());
  }
}
