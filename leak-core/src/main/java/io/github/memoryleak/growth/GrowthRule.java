package io.github.memoryleak.growth;

import java.util.Arrays;

/**
 * Tells a leak from what only looks like one, for one key.
 *
 * <p>What is known about the levels after full collections:
 *
 * <ul>
 *   <li>A leak adds the same number of instances in every loop. Noise ({@code String}, {@code
 *       byte[]}, reflection data) adds and removes up to a hundred and more per round, whatever the
 *       number of loops in it. So rounds get longer geometrically: the leak grows with them, the
 *       noise does not.
 *   <li>A cache that fills, lazy initialisation and pools that ramp up grow like a leak for a
 *       while, then less and less.
 *   <li>What waits to be purged (cleared references in a queue, stale map entries) has a level in
 *       proportion to the latest round, not to all rounds. While rounds double it grows like a
 *       leak; when they stay the same, it stops.
 *   <li>An array that is doubled when it is full ({@code StringBuilder}, a hash table) keeps its
 *       count and grows in bytes, in steps: one whenever all loops so far have doubled.
 * </ul>
 *
 * <p>What is held weakly and made again after each collection may leave something behind each time:
 * it grows with the rounds, however short. So before a growth of bytes alone is believed, a few
 * short rounds are run: an array that grows with the loops hardly grows in them, unless this is
 * where it doubles.
 *
 * <p>So there are two rules. By count: the key grew by about one instance per loop or more in most
 * of the latest three rounds and over all of them; it is steady when it did in all three, at rates
 * that agree, those of the instances or those of many bytes. By bytes: the count stayed, but the
 * bytes grew by {@value #MIN_BYTES} per loop or more since half of all loops; it is steady when
 * that was so in each of the latest three doublings, at rates that agree, or two after {@value
 * #MANY_BEFORE} loops. (That the count stayed, a few instances apart, is asked of the round with
 * most growth where it has three fifths of it.) What is replaced by something larger in each loop,
 * or comes once in several, grows at the same rate in each part of the latest loops.
 */
public final class GrowthRule {
  /**
   * The least growth in bytes per loop. A list of one object has four more for each, but half as
   * many in a stretch after one in which its array became larger.
   */
  static final double MIN_BYTES = 1.5;

  /** The least growth in instances per loop: one, less a little noise. */
  static final double MIN_COUNT = 0.9;

  /** So many rounds are looked at. */
  public static final int WINDOW = 3;

  static final int MANY_BEFORE = 100;

  private static final int MEDIAN_ROUNDS = 5;
  private static final double WHOLE_TOLERANCE = 0.05;
  private static final int ALIGNMENT = 8;

  private GrowthRule() {}

  /**
   * {@return whether a round grew as a leak would, by count}
   *
   * @param countGrowth growth of the instances in the round
   * @param loops loops of the round
   */
  public static boolean byCount(long countGrowth, long loops) {
    return countGrowth > 0 && countGrowth >= MIN_COUNT * loops;
  }

  /**
   * {@return whether a stretch of loops grew as a leaking array would: by more bytes than its new
   * instances explain}
   *
   * @param countGrowth growth of the instances in the stretch
   * @param byteGrowth growth of the shallow bytes in the stretch
   * @param loops loops of the stretch
   */
  public static boolean byBytes(long countGrowth, long byteGrowth, long loops) {
    return byteGrowth > 0
        && GrowthByBytes.unexplained(countGrowth, byteGrowth) >= MIN_BYTES * loops;
  }

  /**
   * {@return the trend over the latest rounds}
   *
   * @param s at least one round
   */
  public static Trend trend(Series s) {
    if (GrowthByCount.isSuspect(s)) {
      return GrowthByCount.trend(s);
    }
    return GrowthByBytes.isSuspect(s) ? GrowthByBytes.trend(s) : Trend.FLAT;
  }

  /**
   * {@return whether it is the count that grows, not the bytes alone}
   *
   * @param s at least one round
   */
  public static boolean growsByCount(Series s) {
    return GrowthByCount.isSuspect(s);
  }

  /**
   * {@return instances per loop: the median over the latest rounds, as a whole number where it is
   * nearly one; 0 where an array was doubled, since what came beside it came by chance}
   *
   * @param s at least one round
   */
  public static double countPerLoop(Series s) {
    if (!growsByCount(s)) {
      int from = s.halfOf(s.rounds());
      return GrowthByBytes.isDoubled(s, from, s.rounds())
          ? 0
          : (double) s.countGrowth(from, s.rounds()) / s.loops(from, s.rounds());
    }
    double rate = medianRate(s, s::countGrowth);
    long whole = Math.round(rate);
    return whole != 0 && Math.abs(rate - whole) <= WHOLE_TOLERANCE * Math.abs(rate) ? whole : rate;
  }

  /**
   * {@return shallow bytes per loop: the median over the latest rounds; since half of all loops
   * when the count stayed}
   *
   * @param s at least one round
   */
  public static double bytesPerLoop(Series s) {
    if (growsByCount(s)) {
      double rate = medianRate(s, s::byteGrowth);
      double aligned = Math.rint(rate / ALIGNMENT) * ALIGNMENT;
      return Math.abs(rate - aligned) <= WHOLE_TOLERANCE * Math.abs(rate) ? aligned : rate;
    }
    int from = s.halfOf(s.rounds());
    return (double) s.byteGrowth(from, s.rounds()) / s.loops(from, s.rounds());
  }

  private static double medianRate(Series s, LongBinary growth) {
    int from = Math.max(1, s.rounds() - MEDIAN_ROUNDS + 1);
    double[] rates = new double[s.rounds() - from + 1];
    for (int i = 0; i < rates.length; i++) {
      int round = from + i;
      rates[i] = (double) growth.between(round - 1, round) / s.loops(round - 1, round);
    }
    Arrays.sort(rates);
    return rates[rates.length / 2];
  }

  private interface LongBinary {
    long between(int from, int to);
  }
}
