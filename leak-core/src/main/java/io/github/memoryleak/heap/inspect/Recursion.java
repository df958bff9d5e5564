package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.names.JdkClasses;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Sees that objects are the inner nodes of one tree, such as the pages of a B-tree: a class on the
 * way down comes again below, whichever way one goes on. Classes of the JDK and arrays do not tell,
 * for a map in a map is two maps.
 */
final class Recursion {
  private static final int DEPTH = 8;

  private final HeapView view;
  private final Breakdown breakdown;

  Recursion(HeapView view, Breakdown breakdown) {
    this.view = view;
    this.breakdown = breakdown;
  }

  /** Where on the way down the tree begins, given how the ways go on; -1 when it is no tree. */
  int start(List<Integer> way, List<Integer> next) {
    List<BitSet> below = next.stream().map(o -> classes(chain(o))).toList();
    for (int i = 0; i < way.size() && !below.isEmpty(); i++) {
      int type = view.graph().classOf(way.get(i));
      if (tells(way.get(i)) && below.stream().allMatch(b -> b.get(type))) {
        return i;
      }
    }
    return -1;
  }

  /** The classes of the inner nodes of the tree that begins there. */
  BitSet inner(List<Integer> way, List<Integer> next, int start) {
    BitSet inner = classes(way.subList(start, way.size()));
    int type = view.graph().classOf(way.get(start));
    for (int first : next) {
      List<Integer> chain = chain(first);
      int end = 0;
      while (view.graph().classOf(chain.get(end)) != type) {
        end++;
      }
      inner.or(classes(chain.subList(0, end)));
    }
    return inner;
  }

  private boolean tells(int object) {
    HeapClass type = view.classOf(object);
    return !view.isClass(object) && !type.isArray() && !JdkClasses.contains(type.name());
  }

  private BitSet classes(List<Integer> objects) {
    BitSet classes = new BitSet();
    objects.forEach(o -> classes.set(view.graph().classOf(o)));
    return classes;
  }

  /** An object, the largest one below it, and so on. */
  private List<Integer> chain(int object) {
    List<Integer> chain = new ArrayList<>();
    int next = object;
    for (int i = 0; i < DEPTH && next >= 0; i++) {
      chain.add(next);
      next = largest(next);
    }
    return chain;
  }

  private int largest(int object) {
    int[] largest = {-1};
    breakdown.below(
        object,
        child -> {
          if (largest[0] < 0
              || view.tree().retainedSize(child) > view.tree().retainedSize(largest[0])) {
            largest[0] = child;
          }
        });
    return largest[0];
  }
}
