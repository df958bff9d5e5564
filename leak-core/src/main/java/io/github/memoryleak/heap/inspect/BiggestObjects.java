package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.dominator.DominatorTree;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.path.ShortestPaths;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
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
    return told(view, biggest(view.tree(), view.graph().objects(), top, progress));
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
    DominatorTree tree = DominatorTree.of(graph, progress);
    List<Integer> biggest = biggest(tree, graph.objects(), top, progress);
    BitSet wanted = new BitSet();
    biggest.forEach(wanted::set);
    ShortestPaths paths = ShortestPaths.to(wanted, graph, progress);
    return told(new HeapView(file, graph, tree, paths), biggest);
  }

  private static BiggestObjects told(HeapView view, List<Integer> biggest) {
    PathReader paths = new PathReader(view.reached());
    DominatorTree tree = view.tree();
    return new BiggestObjects(
        tree.reachableObjects(),
        tree.reachableSize(),
        biggest.stream().map(o -> big(view, o, paths.to(o))).toList());
  }

  private static List<Integer> biggest(
      DominatorTree tree, int objects, int top, HeapProgress progress) {
    Comparator<Integer> bySize = bySize(tree);
    PriorityQueue<Integer> queue = new PriorityQueue<>(bySize);
    Ticker ticker = new Ticker(progress, "picking the biggest objects", objects);
    for (int object = 0; object < objects; object++) {
      ticker.at(object);
      if (tree.dominator(object) == DominatorTree.ROOT) {
        offer(queue, object, top, bySize);
      }
    }
    return queue.stream().sorted(bySize.reversed()).toList();
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

  private static BigObject big(HeapView view, int object, StrongPath path) {
    return new BigObject(
        object,
        view.name(object),
        view.graph().shallowSize(object),
        view.tree().retainedSize(object),
        path);
  }
}
