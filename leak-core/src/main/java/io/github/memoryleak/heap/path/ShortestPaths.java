package io.github.memoryleak.heap.path;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.Label;
import io.github.memoryleak.heap.graph.Roots;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

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
  private final int[] parent;
  private final int[] order;
  private int count;

  private ShortestPaths(HeapGraph graph) {
    this.graph = graph;
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
    ShortestPaths paths = new ShortestPaths(graph);
    Arrays.fill(paths.parent, UNREACHABLE);
    Roots roots = graph.roots();
    for (int i = 0; i < roots.count(); i++) {
      paths.reach(roots.object(i), ROOT);
    }
    paths.search(progress);
    return paths;
  }

  private void search(HeapProgress progress) {
    for (int i = 0; i < count; i++) {
      int from = order[i];
      for (int edge = graph.firstEdge(from), end = graph.endEdge(from); edge < end; edge++) {
        reach(graph.target(edge), from);
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
   * {@return by what its parent holds the object, see {@link Label}; {@link Label#OTHER} for a root
   * or when the graph has no labels}
   *
   * @param object its number
   */
  public int parentLabel(int object) {
    int from = parent[object];
    if (from >= 0) {
      for (int edge = graph.firstEdge(from), end = graph.endEdge(from); edge < end; edge++) {
        if (graph.target(edge) == object) {
          return graph.label(edge);
        }
      }
    }
    return Label.OTHER;
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
