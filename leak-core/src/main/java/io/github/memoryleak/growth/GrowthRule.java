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
 * most growth where it has {@value #ONE_STEP} of it.) What is replaced by something larger in each
 * loop, or comes once in several, grows at the same rate in each part of the latest loops.
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

  /** What an instance that came, or went, by chance may weigh. */
  private static final int LARGE_INSTANCE = 64;

  private static final int SMALL_INSTANCE = 40;

  /** So many bytes per loop tell a leak where its few instances are lost in the noise. */
  private static final int LARGE_BYTES = 4096;

  private static final int DOUBLINGS = 3;

  /** After many loops nothing is made for the first time, and another doubling takes too long. */
  private static final int DOUBLINGS_LATER = 2;

  private static final int MANY_BEFORE = 100;
  private static final int LINEAR_LOOPS = 64;
  private static final int PARTS = 4;

  /** Of two steps of an array that is doubled the larger one is two thirds. */
  private static final double ONE_STEP = 0.6;

  private static final int ECHO_SHARE = 8;
  private static final int ECHO_GROWTH = 6;
  private static final int DOUBLING = 2;
  private static final int MANY_ROUNDS = 6;
  private static final double MOSTLY = 0.75;
  private static final int SOME = 6;
  private static final int MEDIAN_ROUNDS = 5;
  private static final double WHOLE_TOLERANCE = 0.05;
  private static final int ALIGNMENT = 8;
  private static final double COUNT_TOLERANCE = 1.5;
  private static final double BYTES_TOLERANCE = 5;
  private static final double SLOWING = 0.75;

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
    return byteGrowth > 0 && unexplained(countGrowth, byteGrowth) >= MIN_BYTES * loops;
  }

  private static long unexplained(Series s, int from, int to) {
    return unexplained(s.countGrowth(from, to), s.byteGrowth(from, to));
  }

  /** The bytes that are not those of instances that came or went. */
  private static long unexplained(long countGrowth, long byteGrowth) {
    return byteGrowth - countGrowth * (countGrowth > 0 ? LARGE_INSTANCE : SMALL_INSTANCE);
  }

  /**
   * {@return the trend over the latest rounds}
   *
   * @param s at least one round
   */
  public static Trend trend(Series s) {
    if (isSuspectByCount(s)) {
      return countTrend(s);
    }
    return isSuspectByBytes(s, s.rounds()) && !growsByRound(s) ? bytesTrend(s) : Trend.FLAT;
  }

  /**
   * {@return whether it is the count that grows, not the bytes alone}
   *
   * @param s at least one round
   */
  public static boolean growsByCount(Series s) {
    return isSuspectByCount(s);
  }

  /**
   * {@return instances per loop: the median over the latest rounds, as a whole number where it is
   * nearly one; 0 where an array was doubled, since what came beside it came by chance}
   *
   * @param s at least one round
   */
  public static double countPerLoop(Series s) {
    if (!isSuspectByCount(s)) {
      int from = s.halfOf(s.rounds());
      return isDoubled(s, from, s.rounds())
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
    if (isSuspectByCount(s)) {
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

  /**
   * A first round in which it shrank says nothing of those after it: what came before the subject
   * was let go then.
   */
  private static boolean isSuspectByCount(Series s) {
    int first = firstOfWindow(s);
    int suspect = 0;
    for (int round = first; round <= s.rounds(); round++) {
      if (isSuspectByCount(s, round)) {
        suspect++;
      }
    }
    int most = Math.max(1, s.rounds() - first);
    int from = isSuspectByCount(s, first) || first == s.rounds() ? first - 1 : first;
    return suspect >= most
        && !wanders(s)
        && byCount(s.countGrowth(from, s.rounds()), s.loops(from, s.rounds()));
  }

  /**
   * Over many rounds, what wanders up and down is up in about half of them; a leak is up in all.
   */
  private static boolean wanders(Series s) {
    int from = s.halfOf(s.rounds());
    int up = 0;
    for (int round = from + 1; round <= s.rounds(); round++) {
      if (isSuspectByCount(s, round)) {
        up++;
      }
    }
    int rounds = s.rounds() - from;
    return rounds >= MANY_ROUNDS && up < MOSTLY * rounds;
  }

  private static boolean isSuspectByCount(Series s, int round) {
    return byCount(s.countGrowth(round - 1, round), s.loops(round - 1, round));
  }

  private static boolean isSuspectByBytes(Series s, int to) {
    return growsInBytes(s, s.halfOf(to), to);
  }

  private static boolean growsInBytes(Series s, int from, int to) {
    return byBytes(s.countGrowth(from, to), s.byteGrowth(from, to), s.loops(from, to));
  }

  private static Trend countTrend(Series s) {
    if (s.rounds() < WINDOW) {
      return Trend.UNSTEADY;
    }
    double[] rates = new double[WINDOW];
    for (int i = 0; i < WINDOW; i++) {
      int round = s.rounds() - WINDOW + 1 + i;
      rates[i] = (double) s.countGrowth(round - 1, round) / s.loops(round - 1, round);
    }
    return growsByLargeInstances(s) ? Trend.STEADY : trend(rates, COUNT_TOLERANCE);
  }

  /**
   * Whether each of the rounds brought the same many bytes per loop: beside them noise is small.
   */
  private static boolean growsByLargeInstances(Series s) {
    double min = Double.MAX_VALUE;
    double max = 0;
    for (int round = firstOfWindow(s); round <= s.rounds(); round++) {
      double rate = (double) s.byteGrowth(round - 1, round) / s.loops(round - 1, round);
      min = Math.min(min, rate);
      max = Math.max(max, rate);
    }
    return min >= LARGE_BYTES && max <= (1 + WHOLE_TOLERANCE) * min;
  }

  /**
   * Whether the short rounds at the end grew about as the long ones before, for all their few
   * loops: then it is not the loops that make it grow, but the collections.
   */
  private static boolean growsByRound(Series s) {
    int last = s.rounds();
    int echo = last;
    while (echo > 0 && ECHO_SHARE * s.loops(echo - 1, echo) <= s.loops(0, last) / last) {
      echo--;
    }
    if (echo == last || echo == 0) {
      return false;
    }
    int from = s.halfOf(echo);
    double longRound = (double) unexplained(s, from, echo) / (echo - from);
    double shortRound = (double) withoutDoubling(s, echo) / (last - echo);
    return ECHO_GROWTH * shortRound >= longRound;
  }

  /** Growth in the short rounds, less a step as large as half of all growth before: a doubling. */
  private static long withoutDoubling(Series s, int echo) {
    long growth = 0;
    long step = 0;
    for (int round = echo + 1; round <= s.rounds(); round++) {
      long grown = unexplained(s, round - 1, round);
      growth += grown;
      step = Math.max(step, grown);
    }
    return DOUBLING * step >= unexplained(s, 0, echo) ? growth - step : growth;
  }

  private static Trend bytesTrend(Series s) {
    if (isLinear(s)) {
      return Trend.STEADY;
    }
    double[] rates = new double[s.before() < MANY_BEFORE ? DOUBLINGS : DOUBLINGS_LATER];
    int to = s.rounds();
    for (int i = rates.length - 1; i >= 0; i--) {
      if (to == 0 || !isSuspectByBytes(s, to)) {
        return Trend.UNSTEADY;
      }
      int from = s.halfOf(to);
      if (!isAboutTheSameCount(s, from, to) && !isDoubled(s, from, to)) {
        return Trend.UNSTEADY;
      }
      rates[i] = (double) s.byteGrowth(from, to) / s.loops(from, to);
      to = from;
    }
    return trend(rates, BYTES_TOLERANCE);
  }

  /**
   * Whether the bytes grew at the same rate in each quarter of the latest half of the loops: what
   * is replaced by something larger each time, or comes once in many loops.
   */
  private static boolean isLinear(Series s) {
    long loops = s.loops(0, s.rounds());
    if (loops < LINEAR_LOOPS) {
      return false;
    }
    int from = levelAt(s, loops / 2);
    double[] rates = new double[PARTS];
    for (int i = 0; i < PARTS; i++) {
      int to = levelAt(s, loops / 2 + (i + 1) * (loops - loops / 2) / PARTS);
      if (to == from || !isAboutTheSameCount(s, from, to) || !growsInBytes(s, from, to)) {
        return false;
      }
      rates[i] = (double) unexplained(s, from, to) / s.loops(from, to);
      from = to;
    }
    return trend(rates, COUNT_TOLERANCE) == Trend.STEADY;
  }

  /** {@return the latest level at which at most so many loops were done} */
  private static int levelAt(Series s, long loops) {
    int level = s.rounds();
    while (level > 0 && s.loops(0, level) > loops) {
      level--;
    }
    return level;
  }

  private static boolean isAboutTheSameCount(Series s, int from, int to) {
    return Math.abs(s.countGrowth(from, to)) <= Math.max(SOME, s.loops(from, to) / SOME);
  }

  /** Whether most of the growth came in one round, in which hardly an instance came. */
  private static boolean isDoubled(Series s, int from, int to) {
    int largest = to;
    for (int round = from + 1; round < to; round++) {
      if (s.byteGrowth(round - 1, round) > s.byteGrowth(largest - 1, largest)) {
        largest = round;
      }
    }
    return isAboutTheSameCount(s, largest - 1, largest)
        && s.byteGrowth(largest - 1, largest) >= ONE_STEP * s.byteGrowth(from, to);
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

  private static int firstOfWindow(Series s) {
    return Math.max(1, s.rounds() - WINDOW + 1);
  }
}
