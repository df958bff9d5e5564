package io.github.memoryleak.maven.watch;

import io.github.memoryleak.ResourceTrend;
import java.util.ArrayList;
import java.util.List;

/**
 * How one level moved while it was watched.
 *
 * @param level which
 * @param points how many different readings there are
 * @param first the first
 * @param last the last
 * @param whole the trend over the whole time
 * @param latter the trend over the second half: what fills up at the start is steady there
 */
public record LevelTrend(
    Level level, int points, long first, long last, ResourceTrend whole, ResourceTrend latter) {

  /** Each half needs enough readings for a slope. */
  static final int MIN_POINTS = 20;

  /**
   * Growth is sure when its interval ends so far above 0, as a part of the slope. Of short series
   * of mere noise 0.02 % have both intervals above 0, and a tenth of these so far.
   */
  private static final double SURE = 0.25;

  /**
   * {@return the trend of a level}
   *
   * @param level which
   * @param samples the oldest first
   */
  static LevelTrend of(Level level, List<WatchSample> samples) {
    List<WatchSample> known = known(level, samples);
    long first = known.isEmpty() ? 0 : known.get(0).levels().getOrDefault(level, 0L);
    long last = known.isEmpty() ? 0 : known.get(known.size() - 1).levels().getOrDefault(level, 0L);
    return new LevelTrend(
        level,
        known.size(),
        first,
        last,
        trend(level, known),
        trend(level, known.subList(known.size() / 2, known.size())));
  }

  /** The heap stays what it was until the next collection: each is one reading. */
  private static List<WatchSample> known(Level level, List<WatchSample> samples) {
    List<WatchSample> known = new ArrayList<>();
    long collections = -1;
    for (WatchSample sample : samples) {
      boolean isNew = level != Level.HEAP || sample.collections() != collections;
      if (sample.levels().containsKey(level) && isNew) {
        known.add(sample);
        collections = sample.collections();
      }
    }
    return known;
  }

  private static ResourceTrend trend(Level level, List<WatchSample> known) {
    double[] seconds = new double[known.size()];
    double[] values = new double[known.size()];
    for (int i = 0; i < values.length; i++) {
      seconds[i] = known.get(i).time().toEpochMilli() / 1000.0;
      values[i] = known.get(i).levels().getOrDefault(level, 0L);
    }
    return ResourceTrend.of(seconds, values);
  }

  /** {@return whether there are enough readings for an answer} */
  boolean isKnown() {
    return points >= MIN_POINTS;
  }

  /** {@return whether it grew to the end, and by more than is no matter} */
  boolean isLeak() {
    return level.isJudged()
        && isKnown()
        && growsToTheEnd()
        && level.matters((double) last - first, first);
  }

  private boolean growsToTheEnd() {
    return isSure(whole) && isSure(latter);
  }

  private static boolean isSure(ResourceTrend trend) {
    return trend.isGrowing() && trend.lowPerHour() >= SURE * trend.perHour();
  }

  /** {@return whether it grew at first, but not provably to the end} */
  boolean isSlowing() {
    return level.isJudged()
        && isKnown()
        && whole.isGrowing()
        && !growsToTheEnd()
        && latter.perHour() > whole.perHour() / 4
        && level.matters((double) last - first, first);
  }

  /** {@return how much it grows: {@code threads +60 an hour (at least +58)}} */
  public String sentence() {
    return level.text()
        + " "
        + level.slope(whole.perHour())
        + " an hour (at least "
        + level.slope(whole.lowPerHour())
        + ")";
  }

  /** {@return a word for the table} */
  String word() {
    if (!isKnown()) {
      return "too few readings";
    }
    if (isLeak() || (!level.isJudged() && growsToTheEnd())) {
      return "grows";
    }
    if (whole.isGrowing()) {
      return level.matters((double) last - first, first) ? "grew at first" : "hardly grows";
    }
    return whole.direction() == ResourceTrend.Direction.SHRINKING ? "shrinks" : "steady";
  }
}
