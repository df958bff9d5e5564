package io.github.memoryleak.heap;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.References;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.stream.IntStream;

/** Dominators and distances by their definitions; slow and plain. */
public final class NaiveGraph {
  /** The distance of an object that no path leads to. */
  public static final int UNREACHABLE = -1;

  private final HeapGraph graph;

  public NaiveGraph(HeapGraph graph) {
    this.graph = graph;
  }

  /** {@return the objects that a path leads to which avoids an object} */
  public BitSet reachableWithout(int removed) {
    BitSet one = new BitSet();
    if (removed >= 0) {
      one.set(removed);
    }
    return reachableWithout(one);
  }

  /** {@return the objects that a path leads to which avoids some objects} */
  public BitSet reachableWithout(BitSet removed) {
    int[] distances = distances(removed);
    BitSet reachable = new BitSet();
    IntStream.range(0, distances.length)
        .filter(i -> distances[i] != UNREACHABLE)
        .forEach(reachable::set);
    return reachable;
  }

  /** {@return the number of references from the nearest root to each object} */
  public int[] distances() {
    return distances(new BitSet());
  }

  private int[] distances(BitSet removed) {
    int[] distances = new int[graph.objects()];
    Arrays.fill(distances, UNREACHABLE);
    Deque<Integer> queue = new ArrayDeque<>();
    for (int i = 0; i < graph.roots().count(); i++) {
      int root = graph.roots().object(i);
      if (!removed.get(root) && distances[root] == UNREACHABLE) {
        distances[root] = 0;
        queue.add(root);
      }
    }
    while (!queue.isEmpty()) {
      int from = queue.remove();
      References references = graph.references().of(from);
      while (references.next()) {
        int to = references.target();
        if (!removed.get(to) && distances[to] == UNREACHABLE) {
          distances[to] = distances[from] + 1;
          queue.add(to);
        }
      }
    }
    return distances;
  }
}
