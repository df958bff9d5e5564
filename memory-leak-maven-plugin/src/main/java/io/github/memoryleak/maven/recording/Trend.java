package io.github.memoryleak.maven.recording;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the live set after collections went over time.
 *
 * <p>The slope is the median of the slopes between all pairs of points (P. Sen, "Estimates of the
 * regression coefficient based on Kendall's tau", 1968), which a few odd collections cannot move.
 * Its interval, and whether it is more than chance, come from Kendall's test: with n points the
 * number of rising pairs less that of falling ones has a variance of n(n-1)(2n+5)/18 when there is
 * no trend.
 *
 * @param bytesPerMinute the slope
 * @param low the lower end of its 95 % interval
 * @param high the upper end
 * @param points how many collections it rests on
 */
public record Trend(double bytesPerMinute, double low, double high, int points) {
  /** Fewer points than these tell nothing. */
  public static final int LEAST = 8;

  /** More points than these tell no more; evenly chosen ones are taken. */
  private static final int MOST = 400;

  private static final double NORMAL_95 = 1.96;
  private static final double NANOS_PER_MINUTE = 60e9;

  /**
   * {@return the trend, or nothing when there are too few points}
   *
   * @param all what was in use after collections, in order of time
   */
  public static Optional<Trend> of(List<Collections.LiveSet> all) {
    if (all.size() < LEAST) {
      return Optional.empty();
    }
    List<Collections.LiveSet> points = thinned(all);
    int n = points.size();
    double[] slopes = new double[n * (n - 1) / 2];
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double nanos = points.get(j).nanos() - points.get(i).nanos();
        if (nanos > 0) {
          double bytes = points.get(j).bytes() - points.get(i).bytes();
          slopes[count++] = bytes / nanos * NANOS_PER_MINUTE;
        }
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    return Optional.of(of(Arrays.copyOf(slopes, count), n));
  }

  private static Trend of(double[] slopes, int points) {
    Arrays.sort(slopes);
    double deviation = Math.sqrt(points * (points - 1.0) * (2.0 * points + 5) / 18);
    int half = (int) Math.ceil(NORMAL_95 * deviation / 2);
    int middle = slopes.length / 2;
    double low = slopes[Math.max(0, middle - half)];
    double high = slopes[Math.min(slopes.length - 1, middle + half)];
    return new Trend(slopes[middle], low, high, points);
  }

  private static List<Collections.LiveSet> thinned(List<Collections.LiveSet> all) {
    int step = (all.size() + MOST - 1) / MOST;
    return java.util.stream.IntStream.range(0, all.size())
        .filter(i -> i % step == 0)
        .mapToObj(all::get)
        .toList();
  }

  /** {@return whether it is more than chance that it rose or fell} */
  public boolean isSignificant() {
    return low > 0 || high < 0;
  }
}
