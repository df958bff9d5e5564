package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.hprof.HeapProgress;
import java.util.Comparator;
import java.util.List;

/**
 * What dominates a heap.
 *
 * @param liveBytes the bytes of all strongly reachable objects
 * @param suspects what keeps a large share of them alive, largest first
 */
public record LeakSuspects(long liveBytes, List<LeakSuspect> suspects) {
  private static final Comparator<LeakSuspect> LARGEST_FIRST =
      Comparator.comparingLong(LeakSuspect::retainedBytes)
          .reversed()
          .thenComparing(LeakSuspect::name);

  /** Copies the list. */
  public LeakSuspects {
    suspects = List.copyOf(suspects);
  }

  /**
   * Finds the suspects.
   *
   * @param view the dump
   * @param limits what makes a suspect
   * @param progress told how far it is
   * @return the suspects, none when nothing dominates
   */
  public static LeakSuspects of(HeapView view, SuspectLimits limits, HeapProgress progress) {
    long live = view.tree().reachableSize();
    Breakdown breakdown = new Breakdown(view, DominatorChildren.of(view, progress));
    List<LeakSuspect> found = new SuspectSearch(view, breakdown, limits, live).run(progress);
    return new LeakSuspects(
        live, found.stream().sorted(LARGEST_FIRST).limit(limits.top()).toList());
  }
}
