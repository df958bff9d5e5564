package io.github.memoryleak.junit;

import java.util.ArrayList;
import java.util.List;

/** Puts the classes of a suite into groups that are screened together. */
final class Groups {
  /** The most groups: beyond, a census for each would cost more than the tests. */
  private static final int MOST = 40;

  /** Censuses of a clean group: two for the baseline, and two rounds, each looked at again. */
  private static final int CENSUSES = 6;

  private static final long LEAST_BUDGET_NANOS = 1_500_000_000L;
  private static final double BUDGET_SHARE = 0.3;

  private Groups() {}

  /**
   * {@return how many groups are worth their censuses}
   *
   * @param censusNanos what a census takes
   * @param suiteNanos what the first run took
   */
  static int count(long censusNanos, long suiteNanos) {
    double budget = Math.max(LEAST_BUDGET_NANOS, BUDGET_SHARE * suiteNanos);
    return (int) Math.max(1, Math.min(MOST, budget / (CENSUSES * Math.max(1, censusNanos))));
  }

  /**
   * {@return the units in order, in at most so many groups of nearly the same size}
   *
   * @param units all units
   * @param most the most groups
   */
  static <T> List<List<T>> of(List<T> units, int most) {
    int groups = Math.min(most, units.size());
    List<List<T>> result = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      int from = (int) ((long) units.size() * i / groups);
      int to = (int) ((long) units.size() * (i + 1) / groups);
      result.add(units.subList(from, to));
    }
    return result;
  }
}
