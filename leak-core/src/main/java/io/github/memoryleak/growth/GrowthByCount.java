package io.github.memoryleak.growth;

/** The rule by count, see {@link GrowthRule}. */
final class GrowthByCount {
  /** So many bytes per loop tell a leak where its few instances are lost in the noise. */
  private static final int LARGE_BYTES = 4096;

  private static final double SAME_BYTES = 1.05;
  private static final int MANY_ROUNDS = 6;
  private static final double MOSTLY = 0.75;
  private static final double TOLERANCE = 1.5;

  private GrowthByCount() {}

  static boolean isSuspect(Series s) {
    return isSuspectInRounds(s) || isSuspectByLargeInstances(s);
  }

  /** Small ones that come and go beside them hide their number in short rounds, but not in all. */
  private static boolean isSuspectByLargeInstances(Series s) {
    int last = s.rounds();
    return growsByLargeInstances(s) && GrowthRule.byCount(s.countGrowth(0, last), s.loops(0, last));
  }

  /**
   * A first round in which it shrank says nothing of those after it: what came before the subject
   * was let go then.
   */
  static boolean isSuspectInRounds(Series s) {
    int first = firstOfWindow(s);
    int suspect = 0;
    for (int round = first; round <= s.rounds(); round++) {
      if (isSuspect(s, round)) {
        suspect++;
      }
    }
    int most = Math.max(1, s.rounds() - first);
    int from = isSuspect(s, first) || first == s.rounds() ? first - 1 : first;
    return suspect >= most
        && !wanders(s)
        && GrowthRule.byCount(s.countGrowth(from, s.rounds()), s.loops(from, s.rounds()));
  }

  /**
   * Over many rounds, what wanders up and down is up in about half of them; a leak is up in all.
   */
  private static boolean wanders(Series s) {
    int from = s.halfOf(s.rounds());
    int up = 0;
    for (int round = from + 1; round <= s.rounds(); round++) {
      if (isSuspect(s, round)) {
        up++;
      }
    }
    int rounds = s.rounds() - from;
    return rounds >= MANY_ROUNDS && up < MOSTLY * rounds;
  }

  private static boolean isSuspect(Series s, int round) {
    return GrowthRule.byCount(s.countGrowth(round - 1, round), s.loops(round - 1, round));
  }

  /** {@return the trend of what is suspect} */
  static Trend trend(Series s) {
    if (s.rounds() < GrowthRule.WINDOW) {
      return Trend.UNSTEADY;
    }
    double[] rates = new double[GrowthRule.WINDOW];
    for (int i = 0; i < GrowthRule.WINDOW; i++) {
      int round = s.rounds() - GrowthRule.WINDOW + 1 + i;
      rates[i] = (double) s.countGrowth(round - 1, round) / s.loops(round - 1, round);
    }
    return growsByLargeInstances(s) ? Trend.STEADY : Trend.of(rates, TOLERANCE);
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
    return min >= LARGE_BYTES && max <= SAME_BYTES * min;
  }

  private static int firstOfWindow(Series s) {
    return Math.max(1, s.rounds() - GrowthRule.WINDOW + 1);
  }
}
