package io.github.memoryleak.growth;

import java.util.Arrays;

/**
 * The slope of a noisy series over time, and an interval that holds the true one in 99 of 100
 * cases.
 *
 * <p>The slope is the median of the slopes between all pairs of points (Theil 1950, Sen 1968): it
 * does not move before 29 % of the points are wrong. The interval comes from the spread of what the
 * slope leaves over, by its median absolute deviation, with Student's t (Abramowitz and Stegun,
 * 26.7.5).
 *
 * <p>Points that follow each other are seldom independent: a heap rises until it is collected. So
 * the variance is multiplied by (1 + r) / (1 - r), as for a first-order autoregression, and the
 * degrees of freedom are divided by it (Bayley and Hammersley 1946). Here r is the correlation of
 * neighbours, freed of its bias in short series. Sen's own interval, from ranks, knows no
 * dependence; and when it is widened for it, even a smooth steady rise is lost.
 *
 * @param slope the median, per unit of time
 * @param low the interval's lower end; negative infinity where there are too few points
 * @param high its upper end; positive infinity where there are too few points
 */
public record SenSlope(double slope, double low, double high) {
  /** From so many points on there is an interval. */
  public static final int MIN_POINTS = 10;

  /** More points are joined in groups: the number of pairs grows with the square. */
  private static final int MAX_POINTS = 200;

  /** What a bend or a step leaves over is next to fully correlated. */
  private static final double MAX_CORRELATION = 0.98;

  /** The median absolute deviation of normal noise is the standard deviation by this. */
  private static final double MAD_TO_DEVIATION = 1.4826;

  private static final SenSlope UNKNOWN =
      new SenSlope(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /**
   * {@return the slope of a series}
   *
   * @param times ascending, at about the same distance from each other
   * @param levels as many, finite
   */
  public static SenSlope of(double[] times, double[] levels) {
    if (times.length != levels.length) {
      throw new IllegalArgumentException(times.length + " times but " + levels.length + " levels");
    }
    return times.length <= MAX_POINTS ? ofFew(times, levels) : ofFew(joined(times), joined(levels));
  }

  /** {@return the medians of groups of neighbours} */
  private static double[] joined(double[] values) {
    double[] medians = new double[MAX_POINTS];
    for (int i = 0; i < MAX_POINTS; i++) {
      int from = (int) ((long) i * values.length / MAX_POINTS);
      int to = (int) ((long) (i + 1) * values.length / MAX_POINTS);
      medians[i] = median(Arrays.copyOfRange(values, from, to));
    }
    return medians;
  }

  private static SenSlope ofFew(double[] times, double[] levels) {
    double[] slopes = slopes(times, levels);
    if (slopes.length == 0) {
      return UNKNOWN;
    }
    double slope = median(slopes);
    if (times.length < MIN_POINTS) {
      return new SenSlope(slope, UNKNOWN.low, UNKNOWN.high);
    }
    double half = halfWidth(times, leftOver(times, levels, slope));
    return new SenSlope(slope, slope - half, slope + half);
  }

  /** {@return the slopes of all pairs that differ in time} */
  private static double[] slopes(double[] times, double[] levels) {
    double[] slopes = new double[times.length * (times.length - 1) / 2];
    int found = 0;
    for (int i = 0; i < times.length; i++) {
      for (int j = i + 1; j < times.length; j++) {
        if (times[j] > times[i]) {
          slopes[found++] = (levels[j] - levels[i]) / (times[j] - times[i]);
        }
      }
    }
    return Arrays.copyOf(slopes, found);
  }

  /** {@return what a line of that slope leaves over, with a median of 0} */
  private static double[] leftOver(double[] times, double[] levels, double slope) {
    double[] left = new double[levels.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = levels[i] - slope * (times[i] - times[0]);
    }
    double middle = median(left);
    return Arrays.stream(left).map(value -> value - middle).toArray();
  }

  private static double halfWidth(double[] times, double[] left) {
    double n = left.length;
    double deviation =
        MAD_TO_DEVIATION * median(Arrays.stream(left).map(Math::abs).toArray()) * n / (n - 3);
    double correlation = correlation(left, 3 * deviation);
    double inflation = (1 + correlation) / (1 - correlation);
    double mean = Arrays.stream(times).average().orElse(0);
    double squares = Arrays.stream(times).map(t -> (t - mean) * (t - mean)).sum();
    return t(Math.max(3, n / inflation - 2)) * deviation * Math.sqrt(inflation / squares);
  }

  /** {@return the correlation of neighbours, 0 or more; wild values count as large ones} */
  private static double correlation(double[] left, double limit) {
    double n = left.length;
    double all = 0;
    double shifted = 0;
    double before = 0;
    for (double value : left) {
      double bounded = Math.max(-limit, Math.min(limit, value));
      all += bounded * bounded;
      shifted += bounded * before;
      before = bounded;
    }
    double biased = all == 0 ? 0 : shifted / all;
    return Math.max(0, Math.min(MAX_CORRELATION, (n * biased + 2) / (n - 4)));
  }

  /** {@return the quantile of Student's t for a two-sided interval of 99 %} */
  private static double t(double freedom) {
    double z = 2.5758;
    double z3 = z * z * z;
    double z5 = z3 * z * z;
    double z7 = z5 * z * z;
    return z
        + (z3 + z) / (4 * freedom)
        + (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom * freedom)
        + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom * freedom * freedom);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
  }
}
