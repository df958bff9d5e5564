package io.github.memoryleak.rounds;

import io.github.memoryleak.census.Meter;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.ThreadTrace;
import java.util.List;
import java.util.Set;

/**
 * What the rounds of one subject showed, before anybody judges it.
 *
 * @param loopsBefore how often the operation had run in this JVM before the baseline
 * @param loops how often it ran in the rounds
 * @param longestRound how often it ran between two censuses, at most
 * @param liveObjects how many objects were alive in the end
 * @param openedFiles what some more loops left open, where files leak; one entry each
 * @param loadedClasses which classes they loaded, where classes leak; one entry each
 */
public record Measurement(
    Outcome outcome,
    int rounds,
    long loopsBefore,
    int loops,
    int longestRound,
    Change heapBytes,
    long liveObjects,
    Change threads,
    List<Growing> growing,
    List<ThreadTrace> newThreads,
    List<String> openedFiles,
    List<String> loadedClasses,
    long loopNanos) {

  public enum Outcome {
    /** Nothing grows. */
    CLEAN,
    /** Something grew in every round; nobody asked yet whether it keeps on. */
    GROWING,
    /** Something grows by the same amount per loop, long enough. */
    LEAKING,
    /** Something grows, and the budget is used up before it was clear. */
    UNDECIDED,
    /** Something grows, and the time is used up before it was clear. */
    OUT_OF_TIME,
    /** Something grows, and the heap is full, or much memory is taken, before it was clear. */
    OUT_OF_ROOM,
    /** The positive control was not counted exactly. */
    CONTROL_FAILED
  }

  /** {@return whether there are more objects, and not only larger ones} */
  public boolean growsByCount() {
    return growing.stream().anyMatch(g -> g.isOnHeap() && g.byCount());
  }

  /**
   * {@return this without growth that has stopped, and clean when nothing else grew steadily}
   *
   * @param stopped classes that grew in bytes alone, and do so no more
   */
  public Measurement without(Set<String> stopped) {
    if (stopped.isEmpty()) {
      return this;
    }
    List<Growing> left =
        growing.stream().filter(g -> g.byCount() || !stopped.contains(g.type().type())).toList();
    boolean clean = outcome == Outcome.LEAKING && left.stream().noneMatch(this::isLeak);
    return new Measurement(
        clean ? Outcome.CLEAN : outcome,
        rounds,
        loopsBefore,
        loops,
        longestRound,
        heapBytes,
        liveObjects,
        threads,
        clean ? List.of() : left,
        newThreads,
        openedFiles,
        loadedClasses,
        loopNanos);
  }

  /** The memory of classes is no leak by itself. */
  private boolean isLeak(Growing growing) {
    return growing.isSteady() && growing.meter() != Meter.METASPACE;
  }

  /** {@return how often the operation has run in this JVM} */
  public long allLoops() {
    return loopsBefore + loops;
  }
}
