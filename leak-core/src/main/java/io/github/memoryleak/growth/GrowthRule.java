package io.github.memoryleak.growth;

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
 *   <li>An array that is doubled when it is full ({@code StringBuilder}, a hash table) keeps its
 *       count and grows in bytes, in steps. When each round has at least as many loops as all
 *       before it, there is a step in every round.
 * </ul>
 *
 * <p>A round is <em>suspect</em> when the key grew by at least half an instance per loop, or kept
 * its count and grew by at least {@value #MIN_BYTES} bytes per loop. The key is still under
 * suspicion when most of its latest three rounds are, and their sum is. It is steady when all three
 * are and their rates agree.
 */
public final class GrowthRule {
  /** The least growth in bytes per loop: the smallest object. */
  static final int MIN_BYTES = 16;

  /** The least growth in instances per loop: a leak in every second loop. */
  static final double MIN_COUNT = 0.5;

  private static final int WINDOW = 3;
  private static final double COUNT_TOLERANCE = 1.5;
  private static final double BYTES_TOLERANCE = 5;
  private static final double SLOWING = 0.75;

  private GrowthRule() {}

  /**
   * {@return whether a round could belong to a leak}
   *
   * @param countGrowth growth of the instances in the round
   * @param byteGrowth growth of the shallow bytes in the round
   * @param loops loops of the round
   */
  public static boolean suspect(long countGrowth, long byteGrowth, long loops) {
    return byCount(countGrowth, loops) || byBytes(countGrowth, byteGrowth, loops);
  }

  /**
   * {@return the trend over the latest rounds}
   *
   * @param s at least one round
   */
  public static Trend trend(Series s) {
    if (!underSuspicion(s)) {
      return Trend.FLAT;
    }
    if (s.rounds() < WINDOW) {
      return Trend.UNSTEADY;
    }
    if (allSuspectByCount(s)) {
      return countTrend(s);
    }
    return bytesTrend(s);
  }

  /**
   * {@return instances per loop over the latest rounds}
   *
   * @param s at least one round
   */
  public static double countPerLoop(Series s) {
    int first = firstOfWindow(s);
    double rate = (double) (s.counts()[s.rounds()] - s.counts()[first - 1]) / s.loopsSince(first);
    long whole = Math.round(rate);
    return Math.abs(rate - whole) <= 0.02 * Math.abs(rate) ? whole : rate;
  }

  /**
   * {@return shallow bytes per loop over the latest rounds}
   *
   * @param s at least one round
   */
  public static double bytesPerLoop(Series s) {
    int first = firstOfWindow(s);
    return (double) (s.bytes()[s.rounds()] - s.bytes()[first - 1]) / s.loopsSince(first);
  }

  private static boolean underSuspicion(Series s) {
    int first = firstOfWindow(s);
    int rounds = s.rounds() - first + 1;
    int suspect = 0;
    for (int round = first; round <= s.rounds(); round++) {
      if (suspect(s, round)) {
        suspect++;
      }
    }
    return suspect >= Math.min(2, Math.max(1, rounds - 1)) && sumIsSuspect(s, first);
  }

  private static boolean sumIsSuspect(Series s, int first) {
    return s.rounds() < WINDOW
        || suspect(
            s.counts()[s.rounds()] - s.counts()[first - 1],
            s.bytes()[s.rounds()] - s.bytes()[first - 1],
            s.loopsSince(first));
  }

  private static boolean allSuspectByCount(Series s) {
    for (int round = firstOfWindow(s); round <= s.rounds(); round++) {
      if (!byCount(s.countGrowth(round), s.loops()[round - 1])) {
        return false;
      }
    }
    return true;
  }

  private static Trend countTrend(Series s) {
    double[] rates = new double[WINDOW];
    for (int i = 0; i < WINDOW; i++) {
      int round = s.rounds() - WINDOW + 1 + i;
      rates[i] = (double) s.countGrowth(round) / s.loops()[round - 1];
    }
    return trend(rates, COUNT_TOLERANCE);
  }

  /** Steps of a growing array: only the sums of neighbouring rounds are smooth. */
  private static Trend bytesTrend(Series s) {
    int needed = WINDOW + 1;
    if (s.rounds() < needed) {
      return Trend.UNSTEADY;
    }
    double[] rates = new double[needed];
    for (int i = 0; i < needed; i++) {
      int round = s.rounds() - needed + 1 + i;
      if (!suspect(s, round)) {
        return Trend.UNSTEADY;
      }
      rates[i] = (double) s.byteGrowth(round) / s.loops()[round - 1];
    }
    return trend(rates, BYTES_TOLERANCE);
  }

  private static Trend trend(double[] rates, double tolerance) {
    double min = rates[0];
    double max = rates[0];
    for (double rate : rates) {
      min = Math.min(min, rate);
      max = Math.max(max, rate);
    }
    if (min > 0 && max <= tolerance * min) {
      return Trend.STEADY;
    }
    return rates[rates.length - 1] <= SLOWING * max ? Trend.SLOWING : Trend.UNSTEADY;
  }

  private static boolean suspect(Series s, int round) {
    return suspect(s.countGrowth(round), s.byteGrowth(round), s.loops()[round - 1]);
  }

  private static boolean byCount(long countGrowth, long loops) {
    return countGrowth > 0 && countGrowth >= MIN_COUNT * loops;
  }

  private static boolean byBytes(long countGrowth, long byteGrowth, long loops) {
    return byteGrowth >= MIN_BYTES * loops && Math.abs(countGrowth) < MIN_COUNT * loops;
  }

  private static int firstOfWindow(Series s) {
    return Math.max(1, s.rounds() - WINDOW + 1);
  }
}
