package io.github.memoryleak.rounds;

import io.github.memoryleak.census.CensusLog;
import io.github.memoryleak.finding.ThreadTrace;
import io.github.memoryleak.growth.MallocLevels;
import io.github.memoryleak.growth.Series;
import io.github.memoryleak.rounds.Measurement.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Judges made-up censuses, so that what judges is loaded and linked before any baseline: otherwise
 * the first subject of a JVM seems to grow by it, and takes more rounds.
 */
final class Rehearsal {
  private static final int ROUNDS = 12;
  private static final int FEW = 20;
  private static final long INSTANCE = 16;
  private static final long LOOP_NANOS = 40_000_000;

  private final CensusLog log;
  private final RoundPlan plan;

  private Rehearsal(CensusLog log, boolean screen) {
    this.log = log;
    plan =
        new RoundPlan(
            screen, 0, 0, 0, ROUNDS, 4, Duration.ZERO, Duration.ofHours(1), FrameworkGrowth.NONE);
  }

  /**
   * {@return how a leak, a cache that fills and a screened group end, in this order}
   *
   * @param log is empty afterwards
   */
  static List<Outcome> play(CensusLog log) {
    List<Outcome> outcomes =
        List.of(
            new Rehearsal(log, false).outcome(loops -> loops),
            new Rehearsal(log, false).outcome(loops -> Math.min(loops, FEW)),
            new Rehearsal(log, true).outcome(loops -> loops));
    log.clear();
    judgeNativeMemory();
    watchThreads();
    return outcomes;
  }

  private static void watchThreads() {
    ThreadWatch.start().awaitEnds(Duration.ZERO);
    PoolShape.waitsForGood(new ThreadTrace("main", "Thread", "RUNNABLE", false, List.of("main(")));
  }

  /** Its key is looked for by what it measures, so there must be no made-up one. */
  private static void judgeNativeMemory() {
    Series levels = MallocLevels.of(0, new int[] {2, 2}, new long[3], new long[] {0, 1, 2});
    MallocLevels.trend(levels);
    MallocLevels.isInDoubt(levels);
  }

  private void add(long instances) {
    log.addMadeUp(Rehearsal.class, instances, INSTANCE * instances);
  }

  private Outcome outcome(IntToLongFunction level) {
    RoundSizes sizes = new RoundSizes(log, plan);
    sizes.noteDuration(LOOP_NANOS);
    Outlook outlook = new Outlook(log, sizes, key -> false, plan);
    log.clear();
    add(level.applyAsLong(0));
    @Nullable Outcome outcome;
    do {
      sizes.add(sizes.next());
      add(level.applyAsLong(sizes.totalLoops()));
      boolean proven = outlook.isProven() && !outlook.isThreadGrowing();
      outcome = proven ? outlook.lastOutcome() : outlook.outcome();
    } while (outcome == null);
    return outcome;
  }
}
