package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.dominator.DominatorTree;
import io.github.memoryleak.heap.hprof.HeapProgress;
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
    PathReader paths = new PathReader(view);
    List<BigObject> objects =
        biggest(view, top, progress).stream()
            .sorted(bySize(view).reversed())
            .map(o -> big(view, o, paths.to(o)))
            .toList();
    return new BiggestObjects(view.tree().reachableObjects(), view.tree().reachableSize(), objects);
  }

  private static PriorityQueue<Integer> biggest(HeapView view, int top, HeapProgress progress) {
    PriorityQueue<Integer> queue = new PriorityQueue<>(bySize(view));
    int objects = view.graph().objects();
    Ticker ticker = new Ticker(progress, "picking the biggest objects", objects);
    for (int object = 0; object < objects; object++) {
      ticker.at(object);
      if (view.tree().dominator(object) == DominatorTree.ROOT) {
        offer(queue, object, top, view);
      }
    }
    return queue;
  }

  private static void offer(PriorityQueue<Integer> queue, int object, int top, HeapView view) {
    if (queue.size() < top) {
      queue.add(object);
    } else if (!queue.isEmpty() && bySize(view).compare(object, queue.peek()) > 0) {
      queue.poll();
      queue.add(object);
    }
  }

  /** Smallest first; of objects of one size the one that comes first in the dump is larger. */
  private static Comparator<Integer> bySize(HeapView view) {
    return Comparator.<Integer>comparingLong(o -> view.tree().retainedSize(o))
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
