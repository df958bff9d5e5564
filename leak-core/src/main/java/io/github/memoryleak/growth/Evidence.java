package io.github.memoryleak.growth;

import java.time.Duration;

/**
 * How many loops of steady growth prove a leak.
 *
 * <p>A bounded cache grows by one entry a loop until it is full, and a short look cannot tell it
 * from a leak; a hundred loops can for most, a thousand for nearly all. So it depends on what a
 * loop costs: {@value #MOST} of them while one takes {@value #CHEAP_MILLIS} ms or less, and of
 * loops that take eight times as long a fourth, which together take twice as long. Yet {@value
 * #WANTED} are run as long as they take {@value #AFFORDED_MILLIS} ms or less; and never fewer than
 * {@value #LEAST}, with those counted in which the growth was seen before it was measured by
 * itself.
 *
 * <p>Where the number of something grows as steadily as a leak does, as many as {@value
 * #NUMBER_MILLIS} ms hold are enough; or {@value #SOME} that took {@value #MUCH_MEGABYTES} MB. What
 * is steady in bytes alone may be a table, and gets all; of a large array that fills those count
 * that come between two heap dumps, for in them it has to double once more.
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

  private static final int CHEAP_MILLIS = 2;
  private static final long NUMBER_MILLIS = 1_500;
  private static final long AFFORDED_MILLIS = 10_000;
  private static final int SOME = 250;
  private static final int MUCH_MEGABYTES = 32;
  private static final double NANOS_PER_MILLI = 1e6;

  /** Threads and files are counted without noise, and a thousand of them would do harm. */
  private static final int EXACT = 60;

  /** As large an array is told from what comes and goes. */
  private static final int LARGE_ARRAY = 32 << 10;

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
    double millis = millis(loop);
    return within(byCost(millis), millis, grown);
  }

  /**
   * {@return the loops that prove growth of the heap in number; no more than {@link #loops}}
   *
   * @param loop as there
   * @param grown as there
   */
  public static int numberLoops(Duration loop, int grown) {
    double millis = millis(loop);
    return within(NUMBER_MILLIS / millis, millis, grown);
  }

  private static double millis(Duration loop) {
    return Math.max(1, loop.toNanos()) / NANOS_PER_MILLI;
  }

  private static double byCost(double millis) {
    double root = Math.cbrt(CHEAP_MILLIS / millis);
    return MOST * root * root;
  }

  private static int within(double loops, double millis, int grown) {
    double affordable = Math.min(Math.max(loops, WANTED), AFFORDED_MILLIS / millis);
    int least = Math.max(LEAST_ANEW, LEAST - grown);
    return (int) Math.max(least, Math.min(MOST, affordable));
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
   * @param wanted the loops that prove growth, of {@link #loops}
   * @param work the processor time that they took
   */
  public static boolean isReached(int done, int wanted, Duration work) {
    boolean worked = done >= WANTED && done >= byCost(millis(work) / done);
    return worked || done >= wanted - wanted / SMALL_PART;
  }

  /**
   * {@return whether so many loops, and those in which each array is doubled again, are the
   * evidence of growth in bytes alone}
   *
   * @param done the loops that were run
   * @param wanted the loops that prove it, of {@link #loops}
   * @param bytes by how much the array has grown
   */
  public static boolean isArrayReached(int done, int wanted, long bytes) {
    return done >= WANTED && bytes >= LARGE_ARRAY && done + Doubling.loops(done) >= wanted;
  }

  /**
   * {@return whether so many loops are the evidence of growth in number}
   *
   * @param done the loops that were run
   * @param wanted the loops that prove it, of {@link #numberLoops}
   * @param work the processor time that they took
   * @param bytes how much the heap has grown in them
   */
  public static boolean isNumberReached(int done, int wanted, Duration work, long bytes) {
    boolean worked = done >= WANTED && work.toMillis() >= NUMBER_MILLIS;
    boolean much = done >= SOME && bytes >> 20 >= MUCH_MEGABYTES;
    return worked || much || done >= wanted - wanted / SMALL_PART;
  }
}
