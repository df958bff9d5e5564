package io.github.memoryleak.growth;

/** The rule by bytes, see {@link GrowthRule}. */
final class GrowthByBytes {
  /** What an instance that came, or went, by chance may weigh. */
  private static final int LARGE_INSTANCE = 64;

  private static final int SMALL_INSTANCE = 40;
  private static final int DOUBLINGS = 3;

  /** After many loops nothing is made for the first time, and another doubling takes too long. */
  private static final int DOUBLINGS_LATER = 2;

  private static final int LINEAR_LOOPS = 64;
  private static final int PARTS = 4;

  /** Of two steps of an array that is doubled the larger one is two thirds. */
  private static final double ONE_STEP = 0.6;

  private static final int ECHO_SHARE = 8;
  private static final int ECHO_GROWTH = 6;
  private static final int DOUBLING = 2;
  private static final int SOME = 6;
  private static final double LINEAR_TOLERANCE = 1.5;
  private static final double TOLERANCE = 5;

  private GrowthByBytes() {}

  /** {@return whether it grew since half of all loops, and not by round} */
  static boolean isSuspect(Series s) {
    return isSuspect(s, s.rounds()) && !growsByRound(s);
  }

  private static boolean isSuspect(Series s, int to) {
    return growsInBytes(s, s.halfOf(to), to);
  }

  private static boolean growsInBytes(Series s, int from, int to) {
    return GrowthRule.byBytes(s.countGrowth(from, to), s.byteGrowth(from, to), s.loops(from, to));
  }

  private static long unexplained(Series s, int from, int to) {
    return unexplained(s.countGrowth(from, to), s.byteGrowth(from, to));
  }

  /** The bytes that are not those of instances that came or went. */
  static long unexplained(long countGrowth, long byteGrowth) {
    return byteGrowth - countGrowth * (countGrowth > 0 ? LARGE_INSTANCE : SMALL_INSTANCE);
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
    long growth = unexplained(s, echo, s.rounds());
    long step = 0;
    for (int round = echo + 1; round <= s.rounds(); round++) {
      step = Math.max(step, unexplained(s, round - 1, round));
    }
    return DOUBLING * step >= unexplained(s, 0, echo) ? growth - step : growth;
  }

  /** {@return the trend of what is suspect} */
  static Trend trend(Series s) {
    if (isLinear(s)) {
      return Trend.STEADY;
    }
    double[] rates = new double[s.before() < GrowthRule.MANY_BEFORE ? DOUBLINGS : DOUBLINGS_LATER];
    int to = s.rounds();
    for (int i = rates.length - 1; i >= 0; i--) {
      if (to == 0 || !isSuspect(s, to)) {
        return Trend.UNSTEADY;
      }
      int from = s.halfOf(to);
      if (!isAboutTheSameCount(s, from, to) && !isDoubled(s, from, to)) {
        return Trend.UNSTEADY;
      }
      rates[i] = (double) s.byteGrowth(from, to) / s.loops(from, to);
      to = from;
    }
    return Trend.of(rates, TOLERANCE);
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
    return Trend.of(rates, LINEAR_TOLERANCE) == Trend.STEADY;
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
  static boolean isDoubled(Series s, int from, int to) {
    int largest = to;
    for (int round = from + 1; round < to; round++) {
      if (s.byteGrowth(round - 1, round) > s.byteGrowth(largest - 1, largest)) {
        largest = round;
      }
    }
    return isAboutTheSameCount(s, largest - 1, largest)
        && s.byteGrowth(largest - 1, largest) >= ONE_STEP * s.byteGrowth(from, to);
  }
}
