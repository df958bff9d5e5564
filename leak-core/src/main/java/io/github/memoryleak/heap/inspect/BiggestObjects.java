package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.dominator.DominatorTree;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.path.ShortestPaths;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The objects that keep most alive, of those that no other object dominates.
 *
 * @param liveObjects all strongly reachable objects
 * @param liveBytes their bytes
 * @param objects the biggest, largest first
 */
public record BiggestObjects(long liveObjects, long liveBytes, List<BigObject> objects) {
  /** Copies the list. */
  public BiggestObjects {
    objects = List.copyOf(objects);
  }

  /**
   * Picks the biggest objects.
   *
   * @param view the dump
   * @param top how many
   * @param progress told how far it is
   * @return these objects with the paths to them
   */
  public static BiggestObjects of(HeapView view, int top, HeapProgress progress) {
    return biggest(view.tree(), view.graph().objects(), top, progress).told(view.reached());
  }

  /**
   * Picks the biggest objects of a dump of which nothing else is asked: reads the graph without
   * labels, and searches paths only as far as the biggest objects are.
   *
   * @param file the dump
   * @param top how many
   * @param progress told how far it is
   * @return these objects with the paths to them
   * @throws HprofException at a byte that makes no sense
   */
  public static BiggestObjects read(HprofFile file, int top, HeapProgress progress)
      throws HprofException {
    HeapGraph graph = HeapGraph.read(file, false, progress);
    Picked picked = picked(graph, top, progress);
    BitSet wanted = new BitSet();
    picked.retained().keySet().forEach(wanted::set);
    return picked.told(new Reached(graph, ShortestPaths.to(wanted, graph, progress)));
  }

  /** The tree is gone before paths are searched: it takes more memory than they do. */
  private static Picked picked(HeapGraph graph, int top, HeapProgress progress) {
    return biggest(DominatorTree.of(graph, progress), graph.objects(), top, progress);
  }

  /** The biggest objects, largest first, with the bytes that each retains. */
  private record Picked(long liveObjects, long liveBytes, Map<Integer, Long> retained) {
    BiggestObjects told(Reached reached) {
      PathReader paths = new PathReader(reached);
      List<BigObject> objects =
          retained.entrySet().stream()
              .map(e -> big(reached, e.getKey(), e.getValue(), paths.to(e.getKey())))
              .toList();
      return new BiggestObjects(liveObjects, liveBytes, objects);
    }
  }

  private static Picked biggest(DominatorTree tree, int objects, int top, HeapProgress progress) {
    Comparator<Integer> bySize = bySize(tree);
    PriorityQueue<Integer> queue = new PriorityQueue<>(bySize);
    Ticker ticker = new Ticker(progress, "picking the biggest objects", objects);
    for (int object = 0; object < objects; object++) {
      ticker.at(object);
      if (tree.isOnTop(object)) {
        offer(queue, object, top, bySize);
      }
    }
    Map<Integer, Long> retained = new LinkedHashMap<>();
    queue.stream()
        .sorted(bySize.reversed())
        .forEach(object -> retained.put(object, tree.retainedSize(object)));
    return new Picked(tree.reachableObjects(), tree.reachableSize(), retained);
  }

  private static void offer(
      PriorityQueue<Integer> queue, int object, int top, Comparator<Integer> bySize) {
    if (queue.size() < top) {
      queue.add(object);
    } else if (!queue.isEmpty() && bySize.compare(object, queue.peek()) > 0) {
      queue.poll();
      queue.add(object);
    }
  }

  /** Smallest first; of objects of one size the one that comes first in the dump is larger. */
  private static Comparator<Integer> bySize(DominatorTree tree) {
    return Comparator.<Integer>comparingLong(tree::retainedSize)
        .thenComparing(Comparator.<Integer>reverseOrder());
  }

  private static BigObject big(Reached reached, int object, long retained, StrongPath path) {
    return new BigObject(
        object, reached.name(object), reached.graph().shallowSize(object), retained, path);
  }
}
