package io.github.memoryleak.growth;

import java.time.Duration;

/**
 * How many loops of steady growth prove a leak.
 *
 * <p>A bounded cache grows by one entry a loop until it is full, and a short look cannot tell it
 * from a leak; a hundred loops can for most, a thousand for nearly all. So it depends on what a
 * loop costs: as many as {@value #USUAL_MILLIS} ms hold, but {@value #MOST} at most. Yet {@value
 * #WANTED} are run as long as they take {@value #AFFORDED_MILLIS} ms or less; and never fewer than
 * {@value #LEAST}, with those counted in which the growth was seen before it was measured by
 * itself.
 *
 * <p>Loops are counted, not seconds: on a busy machine a verdict takes longer, but rests on the
 * same evidence. Only where a leak makes its own loops slower and slower does the processor time
 * that they took count.
 */
public final class Evidence {
  private static final int MOST = 1000;
  private static final int WANTED = 100;
  private static final int LEAST = 14;

  /** Three rounds that agree, and two before them. */
  private static final int LEAST_ANEW = 5;

  private static final long USUAL_MILLIS = 1_500;
  private static final long AFFORDED_MILLIS = 10_000;
  private static final double NANOS_PER_MILLI = 1e6;

  /** Threads and files are counted without noise, and a thousand of them would do harm. */
  private static final int EXACT = 60;

  /** What is missing may be this part of it: another round would have many times as many. */
  private static final int SMALL_PART = 64;

  private Evidence() {}

  /**
   * {@return the loops that prove growth of the heap}
   *
   * @param loop what one loop takes when nothing disturbs it
   * @param grown in how many loops it was seen to grow before; they count where loops are so slow
   *     that only the least number is run
   */
  public static int loops(Duration loop, int grown) {
    double millis = Math.max(1, loop.toNanos()) / NANOS_PER_MILLI;
    double loops = Math.min(Math.max(USUAL_MILLIS / millis, WANTED), AFFORDED_MILLIS / millis);
    int least = Math.max(LEAST_ANEW, LEAST - grown);
    return (int) Math.max(least, Math.min(MOST, loops));
  }

  /**
   * {@return the loops that prove growth of threads, files and the like}
   *
   * @param loop what one loop takes when nothing disturbs it
   * @param grown in how many loops it was seen to grow before
   */
  public static int exactLoops(Duration loop, int grown) {
    return Math.min(EXACT, loops(loop, grown));
  }

  /**
   * {@return whether so many loops are the evidence}
   *
   * @param done the loops that were run
   * @param wanted the loops that prove growth
   * @param work the processor time that they took
   */
  public static boolean isReached(int done, int wanted, Duration work) {
    boolean worked = done >= WANTED && work.toMillis() >= USUAL_MILLIS;
    return worked || done >= wanted - wanted / SMALL_PART;
  }
}
