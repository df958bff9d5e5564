package io.github.memoryleak.rounds;

import io.github.memoryleak.census.CensusLog;
import io.github.memoryleak.growth.Evidence;
import java.time.Duration;
import java.util.function.IntToLongFunction;

/**
 * Chooses how many loops a round has, and keeps account of the rounds that were run.
 *
 * <p>Rounds double, from what fits into a moment up to a part of the evidence, and then stay level.
 * None may fill the heap, as far as the latest one can tell.
 */
final class RoundSizes {
  /** When a first round would take longer than this, it has a single loop. */
  private static final Duration DEAR = Duration.ofMillis(500);

  /** What a loop may take for the first round to have as many as the plan says. */
  private static final Duration CHEAP = Duration.ofMillis(15);

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);
  private static final int FEW = 2;

  /**
   * Rounds double up to this part of the evidence and then stay, see {@link
   * io.github.memoryleak.growth.GrowthRule}. With a fifth, stale entries of a map that purges them
   * when it fills up looked like a leak: the more loops there are between collections, the more
   * entries it takes until then.
   */
  private static final int LEVEL_SHARE = 8;

  private static final int LEVEL_ROUNDS = 3;
  private static final double ABOUT_LEVEL = 1.25;
  private static final int SHORTENED = 16;
  private static final double HEAP_SHARE = 0.5;
  private static final long MOST_GROWTH = 256L << 20;

  private final CensusLog log;
  private final RoundPlan plan;
  private final int[] loops;

  private int rounds;
  private int totalLoops;
  private int longest;
  private int level;
  private long loopNanos = Long.MAX_VALUE;
  private long workNanos;

  /**
   * Starts with no round.
   *
   * @param log the censuses after the rounds
   * @param plan how to measure
   */
  RoundSizes(CensusLog log, RoundPlan plan) {
    this.log = log;
    this.plan = plan;
    loops = new int[plan.maxRounds()];
  }

  /** The least is what a loop takes: anything above is start-up, or somebody else's load. */
  void noteDuration(long nanos) {
    loopNanos = Math.max(1, Math.min(loopNanos, nanos));
  }

  /** Takes account of the processor time of a round. */
  void noteWork(long nanos) {
    workNanos += nanos;
  }

  /** Takes account of a round. */
  void add(int count) {
    loops[rounds++] = count;
    totalLoops += count;
    longest = Math.max(longest, count);
  }

  /** {@return how many loops the next round should have} */
  int next() {
    if (rounds == 0) {
      return first();
    }
    level = level();
    // Where the first loops were slow by chance, rounds are as long now as they should have begun;
    // and after the short rounds of a last look as long as before it.
    int least = Math.max(longest, first());
    int wanted = Math.min(Math.max(2 * loops[rounds - 1], least), level - shortened(rounds));
    // Half of what fits: a rate that is steady takes some rounds more.
    return (int) Math.max(1, Math.min(wanted, fitting() / 2));
  }

  /**
   * Loops become faster, and more of them are evidence. Rounds that are level stay so, for these
   * tell a steady rate, until twice as many would be.
   */
  private int level() {
    int wanted = isDear() ? loops[0] : Math.max(loops[0], evidence() / LEVEL_SHARE);
    boolean reached = level > 0 && longest >= level - shortened(LEVEL_ROUNDS - 1);
    return reached && wanted < 2 * level ? level : wanted;
  }

  /**
   * What is filled and emptied again and again would be seen at the same point of its cycle, or a
   * little later each time, after rounds of just the same length: it would seem to grow steadily.
   */
  private int shortened(int round) {
    return level / SHORTENED * (round % LEVEL_ROUNDS);
  }

  /** A cheap subject gets what the plan says; a dear one what fits into a moment. */
  private int first() {
    long affordable = plan.firstLoops() * CHEAP.toNanos() / loopNanos;
    int least = isDear() ? 1 : FEW;
    return (int) Math.max(least, Math.min(plan.firstLoops(), affordable));
  }

  /**
   * Loops until the heap is full, or much memory is taken, if it goes on as in the latest round.
   */
  private long fitting() {
    int last = log.size() - 1;
    long free = (long) (HEAP_SHARE * Runtime.getRuntime().maxMemory()) - log.heapBytes(last);
    return Math.min(fitting(log::heapBytes, free), fitting(log::nativeBytes, MOST_GROWTH));
  }

  private long fitting(IntToLongFunction bytes, long free) {
    int last = log.size() - 1;
    long level = bytes.applyAsLong(last);
    long growth = level - bytes.applyAsLong(last - 1);
    long room = Math.min(free, MOST_GROWTH - (level - bytes.applyAsLong(0)));
    return growth <= 0 ? Integer.MAX_VALUE : Math.max(0, room * loops[rounds - 1] / growth);
  }

  /**
   * {@return whether there is not even room for another round, of half the loops of the latest; or,
   * as long as there are too few rounds to tell a steady rate, for a single loop}
   */
  boolean isHeapFilling() {
    int least = rounds < LEVEL_ROUNDS ? 1 : Math.max(1, loops[rounds - 1] / 2);
    return fitting() < least;
  }

  /** {@return whether the heap has room for so many loops, if it goes on as in the latest round} */
  boolean fits(int count) {
    return fitting() >= count;
  }

  /**
   * Rounds no longer double: what only keeps pace with the latest round has stopped growing. One
   * may have had some loops more, so as to begin where it should have.
   */
  boolean isLevel() {
    return rounds >= LEVEL_ROUNDS
        && loops[rounds - 1] <= ABOUT_LEVEL * loops[rounds - LEVEL_ROUNDS];
  }

  boolean isLast() {
    return rounds == plan.maxRounds() || log.isFull();
  }

  /**
   * {@return whether there were the loops of the plan's first round, or what fits into a second}
   */
  boolean isLongEnough() {
    return totalLoops >= Math.min(plan.firstLoops(), LONG_ENOUGH.toNanos() / loopNanos);
  }

  /** {@return whether one clean round is enough, as each takes so long} */
  boolean isDear() {
    return loopNanos > DEAR.toNanos();
  }

  /** {@return whether the loops so far prove growth of the heap} */
  boolean isEvident() {
    return Evidence.isReached(totalLoops, evidence(), Duration.ofNanos(workNanos));
  }

  /**
   * {@return whether the loops so far, and those between two dumps, prove growth of an array}
   *
   * @param bytes by how much it has grown
   */
  boolean isArrayEvident(long bytes) {
    return Evidence.isArrayReached(totalLoops, evidence(), bytes);
  }

  /** {@return whether the loops so far prove growth of the heap in number} */
  boolean isNumberEvident() {
    int wanted = Evidence.numberLoops(loop(), plan.grown());
    long bytes = log.heapBytes(log.size() - 1) - log.heapBytes(0);
    return Evidence.isNumberReached(totalLoops, wanted, Duration.ofNanos(workNanos), bytes);
  }

  /** {@return the loops that prove growth of the heap} */
  int evidence() {
    return Evidence.loops(loop(), plan.grown());
  }

  /** {@return the loops that prove growth of what is counted without noise} */
  int exactEvidence() {
    return Evidence.exactLoops(loop(), plan.grown());
  }

  private Duration loop() {
    return Duration.ofNanos(loopNanos);
  }

  /** {@return what a loop takes, in nanoseconds} */
  long loopNanos() {
    return loopNanos;
  }

  int rounds() {
    return rounds;
  }

  int totalLoops() {
    return totalLoops;
  }

  int longest() {
    return longest;
  }

  /** {@return the loops of each round; it is shared, and zero where a round is still to come} */
  int[] loops() {
    return loops;
  }
}
