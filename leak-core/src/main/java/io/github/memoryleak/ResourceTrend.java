package io.github.memoryleak;

import io.github.memoryleak.growth.SenSlope;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How one level moves over time, and whether that is more than noise.
 *
 * @param direction what is proven
 * @param perHour the slope per hour: the median of the slopes between all pairs of samples
 * @param lowPerHour the slope is not below this, at 99 % confidence; negative infinity where there
 *     are too few samples
 * @param highPerHour the slope is not above this; positive infinity where there are too few samples
 * @see SenSlope
 */
public record ResourceTrend(
    Direction direction, double perHour, double lowPerHour, double highPerHour) {

  /** The slope of what was not measured. */
  static final ResourceTrend UNKNOWN =
      new ResourceTrend(Direction.UNKNOWN, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  private static final double SECONDS_PER_HOUR = 3600;

  /** What a slope's interval proves. */
  public enum Direction {
    /** The whole interval is above 0. */
    GROWING,
    /** The whole interval is below 0. */
    SHRINKING,
    /** 0 lies in the interval: what moves may be noise. */
    STEADY,
    /** There are fewer than ten samples, or the level is not known here. */
    UNKNOWN
  }

  /**
   * {@return the trend of a level}
   *
   * @param samples the oldest first
   * @param level negative where it is not known
   */
  static ResourceTrend of(List<ResourceSample> samples, ToLongFunction<ResourceSample> level) {
    double[] times = new double[samples.size()];
    double[] levels = new double[samples.size()];
    for (int i = 0; i < times.length; i++) {
      levels[i] = level.applyAsLong(samples.get(i));
      times[i] = Duration.between(samples.get(0).time(), samples.get(i).time()).toNanos() / 1e9;
      if (levels[i] < 0) {
        return UNKNOWN;
      }
    }
    return of(times, levels);
  }

  /**
   * {@return the trend of a series}
   *
   * @param seconds when each level was read, ascending
   * @param levels as many
   */
  public static ResourceTrend of(double[] seconds, double[] levels) {
    SenSlope sen = SenSlope.of(seconds, levels);
    return new ResourceTrend(
        levels.length < SenSlope.MIN_POINTS ? Direction.UNKNOWN : direction(sen),
        sen.slope() * SECONDS_PER_HOUR,
        sen.low() * SECONDS_PER_HOUR,
        sen.high() * SECONDS_PER_HOUR);
  }

  private static Direction direction(SenSlope sen) {
    if (sen.low() > 0) {
      return Direction.GROWING;
    }
    if (sen.high() < 0) {
      return Direction.SHRINKING;
    }
    return Direction.STEADY;
  }

  /** {@return whether growth is proven} */
  public boolean isGrowing() {
    return direction == Direction.GROWING;
  }
}
