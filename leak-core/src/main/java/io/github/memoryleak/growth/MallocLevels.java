package io.github.memoryleak.growth;

/**
 * What native libraries have from {@code malloc}, as a series that the rule by count judges: in
 * kilobytes above a level that noise does not reach.
 *
 * <p>The number is known to a kilobyte, and some are taken and given back at random. So the first
 * {@value #NOISE} bytes of growth do not count, and a leak is a kilobyte for each loop or more. The
 * C library adds to each block of the JVM up to {@value #BLOCK} bytes that nobody can tell apart;
 * {@value #OVERHEAD} of them are taken off, and what is uncertain of the growth does not count
 * either.
 */
public final class MallocLevels {
  private static final int NOISE = 32 * 1024;
  private static final int BLOCK = 40;
  private static final int OVERHEAD = 16;
  private static final int KB = 1024;

  private MallocLevels() {}

  /**
   * {@return the series}
   *
   * @param before loops before the baseline
   * @param loops loops of each round
   * @param blocks blocks that the JVM has from {@code malloc}, at each level
   * @param bytes what the C library has given, less the JVM's; 0 where it is not known
   */
  public static Series of(long before, int[] loops, long[] blocks, long[] bytes) {
    long[] counts = new long[bytes.length];
    long[] own = new long[bytes.length];
    for (int i = 0; i < bytes.length && bytes[0] > 0; i++) {
      long change = blocks[i] - blocks[0];
      own[i] = bytes[i] - bytes[0] - OVERHEAD * change;
      long sure = own[i] - NOISE - (BLOCK - OVERHEAD) * Math.abs(change);
      counts[i] = Math.max(0, sure) / KB;
    }
    return new Series(before, loops, counts, own);
  }

  /**
   * {@return what the growth in bytes per loop lies between: lower and upper end} The noise may be
   * part of it or hide a part of it, and so may what the C library adds to the blocks of the JVM.
   *
   * @param blocks blocks of the JVM, at each level
   * @param s what {@link #of} made of them, at least one round
   */
  public static double[] between(long[] blocks, Series s) {
    int last = s.rounds();
    long change = blocks[last] - blocks[0];
    long most = Math.max(OVERHEAD * change, (OVERHEAD - BLOCK) * change);
    long least = Math.min(OVERHEAD * change, (OVERHEAD - BLOCK) * change);
    double rate = GrowthRule.bytesPerLoop(s);
    double loops = s.loops(0, last);
    return new double[] {
      Math.min(rate, (s.byteGrowth(0, last) + least - NOISE) / loops),
      Math.max(rate, (s.byteGrowth(0, last) + most + NOISE) / loops)
    };
  }

  /**
   * {@return whether it may be a leak that the blocks of the JVM hide: it grew beyond the noise,
   * and in each of the latest rounds by a kilobyte for each loop or more, if the C library adds to
   * a block what it usually does} A JVM that still warms up takes so many blocks that a few loops
   * cannot tell.
   *
   * @param s what {@link #of} made, at least one round
   */
  public static boolean isInDoubt(Series s) {
    int last = s.rounds();
    boolean grows = s.byteGrowth(0, last) > NOISE;
    for (int i = Math.max(1, last - GrowthRule.WINDOW + 1); grows && i <= last; i++) {
      grows = s.byteGrowth(i - 1, i) >= KB * s.loops(i - 1, i);
    }
    return grows;
  }

  /**
   * {@return the trend over the latest rounds; the bytes alone say nothing, for they are never
   * quite the same}
   *
   * @param s what {@link #of} made, at least one round
   */
  public static Trend trend(Series s) {
    return GrowthByCount.isSuspectInRounds(s) ? GrowthRule.trend(s) : Trend.FLAT;
  }
}
