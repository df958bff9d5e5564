package io.github.memoryleak.rounds;

import io.github.memoryleak.census.CensusLog;
import io.github.memoryleak.census.Meter;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Interval;
import io.github.memoryleak.growth.GrowthRule;
import io.github.memoryleak.growth.MallocLevels;
import io.github.memoryleak.growth.Series;
import io.github.memoryleak.growth.Trend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** Reads the series of single keys out of a log whose first census is the baseline. */
final class LevelReader {
  private static final String THREAD_TABLE = "java.lang.Thread[]";
  private static final String ARRAY = "[]";
  private static final String NESTED = "$";

  /** With these a collector fills gaps that it leaves between objects. */
  private static final String FILLERS = "jdk.internal.vm.Filler";

  private static final int NEVER_SEEN = -1;

  private final CensusLog log;
  private final long before;
  private final int[] loops;
  private final IntPredicate ignored;
  private final FrameworkGrowth framework;

  /**
   * Makes a reader.
   *
   * @param log the baseline, and a census a round
   * @param sizes loops of each round
   * @param ignored keys that are not the subject's
   * @param plan how many loops came before, and what is taken off
   */
  LevelReader(CensusLog log, RoundSizes sizes, IntPredicate ignored, RoundPlan plan) {
    this.log = log;
    this.ignored = ignored;
    before = plan.loopsBefore();
    loops = sizes.loops();
    framework = plan.framework();
  }

  /** {@return the keys under suspicion} */
  List<Growing> growing() {
    List<Growing> found = new ArrayList<>();
    for (int key = 0; key < log.keys(); key++) {
      if (mayGrow(key) && !ignored.test(key)) {
        Series series = series(key);
        Trend trend = trend(key, series);
        boolean byCount = GrowthRule.growsByCount(series);
        if (trend != Trend.FLAT && (byCount || !isTable(key))) {
          found.add(
              new Growing(type(key, series), trend, log.meter(key), byCount, between(key, series)));
        }
      }
    }
    return found;
  }

  private Trend trend(int key, Series series) {
    if (log.meter(key) == Meter.METASPACE) {
      return Trend.FLAT;
    }
    return log.meter(key) == Meter.MALLOC ? MallocLevels.trend(series) : GrowthRule.trend(series);
  }

  /** {@return whether native memory may grow, and more loops would tell} */
  boolean isNativeInDoubt() {
    int key = keyOf(Meter.MALLOC);
    return key != NEVER_SEEN && mayGrow(key) && MallocLevels.isInDoubt(series(key));
  }

  /** {@return how the memory of classes grew; empty where it did not} */
  Optional<Growing> metaspace() {
    int key = keyOf(Meter.METASPACE);
    if (key == NEVER_SEEN) {
      return Optional.empty();
    }
    GrowingType type = type(key, series(key));
    return Optional.of(new Growing(type, Trend.STEADY, Meter.METASPACE, false))
        .filter(g -> type.bytesPerLoop() > 0);
  }

  /** Of a meter that has one key at most. */
  private int keyOf(Meter meter) {
    for (int key = 0; key < log.keys(); key++) {
      if (log.meter(key) == meter) {
        return key;
      }
    }
    return NEVER_SEEN;
  }

  /**
   * Whether it is a table that has room for the most that was ever in it: that of a thread group,
   * or of a map that drops stale entries. What stays in it is counted itself, be it threads or the
   * map's entries.
   */
  private boolean isTable(int key) {
    String name = log.name(key);
    if (name.equals(THREAD_TABLE)) {
      return true;
    }
    String element = name.substring(0, Math.max(0, name.length() - ARRAY.length()));
    return name.equals(element + ARRAY)
        && element.contains(NESTED)
        && !element.endsWith(ARRAY)
        && !growsByCount(element);
  }

  private boolean growsByCount(String className) {
    for (int key = 0; key < log.keys(); key++) {
      if (log.meter(key) == Meter.HEAP && log.name(key).equals(className)) {
        return GrowthRule.growsByCount(series(key));
      }
    }
    return false;
  }

  /** A cheap test that is true for all that grows: most keys never do. */
  private boolean mayGrow(int key) {
    int last = log.size() - 1;
    int window = Math.max(0, last - GrowthRule.WINDOW);
    return hasGrown(key, window, last) && !log.name(key).startsWith(FILLERS);
  }

  private boolean hasGrown(int key, int window, int last) {
    return log.count(last, key) > log.count(window, key)
        || log.bytes(last, key) > log.bytes(0, key)
        || log.bytes(last, key) > log.bytes(last / 2, key);
  }

  private Series series(int key) {
    FrameworkGrowth.Rate kept = framework.at(log.name(key));
    long[] counts = without(kept.count(), row -> log.count(row, key));
    long[] bytes = without(kept.bytes(), row -> log.bytes(row, key));
    int[] rounds = Arrays.copyOf(loops, log.size() - 1);
    return log.meter(key) == Meter.MALLOC
        ? MallocLevels.of(before, rounds, counts, bytes)
        : new Series(before, rounds, counts, bytes);
  }

  /** {@return the levels, without what is kept of each loop whatever is measured} */
  private long[] without(double kept, IntToLongFunction level) {
    long[] levels = new long[log.size()];
    long done = 0;
    for (int row = 0; row < levels.length; row++) {
      done += row == 0 ? 0 : loops[row - 1];
      levels[row] = level.applyAsLong(row) - Math.round(done * kept);
    }
    return levels;
  }

  private @Nullable Interval between(int key, Series series) {
    if (log.meter(key) != Meter.MALLOC) {
      return null;
    }
    double kept = framework.at(log.name(key)).count();
    double[] ends = MallocLevels.between(without(kept, row -> log.count(row, key)), series);
    return new Interval(Math.round(ends[0]), Math.round(ends[1]));
  }

  private GrowingType type(int key, Series series) {
    int last = series.rounds();
    if (log.meter(key) == Meter.MALLOC) {
      long grown = series.byteGrowth(0, last);
      return new GrowingType(log.name(key), 0, grown, 0, GrowthRule.bytesPerLoop(series));
    }
    return new GrowingType(
        log.name(key),
        series.countGrowth(0, last),
        series.byteGrowth(0, last),
        GrowthRule.countPerLoop(series),
        GrowthRule.bytesPerLoop(series));
  }
}
