package io.github.memoryleak.heap.path;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.Label;
import io.github.memoryleak.heap.graph.References;
import io.github.memoryleak.heap.graph.Roots;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shortest path over strong references from a root to each object, by breadth-first search. Among
 * paths of the same length that over the root of the earlier kind wins, then that over the earlier
 * reference.
 */
public final class ShortestPaths {
  /** The parent of a root. */
  public static final int ROOT = -1;

  /** The parent of an object that is not strongly reachable. */
  public static final int UNREACHABLE = -2;

  private static final int STEP = 1 << 22;

  private final HeapGraph graph;
  private final References references;
  private final int[] parent;
  private final int[] order;
  private final @Nullable BitSet wanted;
  private int missing;
  private int count;

  private ShortestPaths(HeapGraph graph, @Nullable BitSet wanted) {
    this.graph = graph;
    references = graph.references();
    this.wanted = wanted;
    missing = wanted == null ? Integer.MAX_VALUE : wanted.cardinality();
    parent = new int[graph.objects()];
    order = new int[graph.objects()];
  }

  /**
   * Searches the whole heap.
   *
   * @param graph the heap
   * @param progress hears of objects reached
   * @return the paths
   */
  public static ShortestPaths of(HeapGraph graph, HeapProgress progress) {
    return new ShortestPaths(graph, null).run(progress);
  }

  /**
   * Searches until some objects are found, or until there is nothing left.
   *
   * @param wanted the numbers of the objects
   * @param graph the heap
   * @param progress hears of objects reached
   * @return the paths to them, and to what lies closer to the roots; the rest counts as unreachable
   */
  public static ShortestPaths to(BitSet wanted, HeapGraph graph, HeapProgress progress) {
    return new ShortestPaths(graph, wanted).run(progress);
  }

  private ShortestPaths run(HeapProgress progress) {
    Arrays.fill(parent, UNREACHABLE);
    Roots roots = graph.roots();
    for (int i = 0; i < roots.count(); i++) {
      reach(roots.object(i), ROOT);
    }
    search(progress);
    return this;
  }

  private void search(HeapProgress progress) {
    for (int i = 0; i < count && missing > 0; i++) {
      int from = order[i];
      references.of(from);
      while (references.next()) {
        reach(references.target(), from);
      }
      if (i % STEP == 0) {
        progress.at("finding paths", i, graph.objects());
      }
    }
  }

  private void reach(int object, int from) {
    if (parent[object] == UNREACHABLE) {
      parent[object] = from;
      order[count++] = object;
      if (wanted != null && wanted.get(object)) {
        missing--;
      }
    }
  }

  /**
   * {@return the object before this one on its path, {@link #ROOT} or {@link #UNREACHABLE}}
   *
   * @param object its number
   */
  public int parent(int object) {
    return parent[object];
  }

  /**
   * {@return by what its parent holds the object, see {@link Label}; {@link Label#OTHER} for a
   * root}
   *
   * @param object its number
   */
  public int parentLabel(int object) {
    int from = parent[object];
    return from < 0 ? Label.OTHER : graph.labelBetween(from, object);
  }

  /** {@return how many objects are strongly reachable} */
  public int reachableObjects() {
    return count;
  }

  /**
   * {@return a reachable object; those closer to the roots come first}
   *
   * @param index 0 to {@link #reachableObjects()} - 1
   */
  public int inOrder(int index) {
    return order[index];
  }

  /**
   * {@return the objects on the path, from the root to the object; empty when it is not strongly
   * reachable}
   *
   * @param object its number
   */
  public List<Integer> path(int object) {
    Deque<Integer> path = new ArrayDeque<>();
    if (parent[object] != UNREACHABLE) {
      for (int o = object; o != ROOT; o = parent[o]) {
        path.addFirst(o);
      }
    }
    return List.copyOf(path);
  }
}
