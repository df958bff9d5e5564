package io.github.memoryleak.maven.watch;

import io.github.memoryleak.ResourceTrend;
import io.github.memoryleak.report.Columns;
import io.github.memoryleak.report.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A watch for people: a line while it goes on, and what came of it. */
public final class WatchText {
  private WatchText() {}

  /**
   * {@return the line of a sample: {@code 12 min 00 s: heap after collections 34.20 MB, ...}}
   *
   * @param elapsedMillis since the watch began
   * @param sample the sample
   */
  static String line(long elapsedMillis, WatchSample sample) {
    return Units.seconds(elapsedMillis)
        + ": "
        + Arrays.stream(Level.values())
            .filter(level -> sample.levels().containsKey(level))
            .map(
                level -> level.text() + " " + level.amount(sample.levels().getOrDefault(level, 0L)))
            .collect(Collectors.joining(", "));
  }

  /**
   * {@return the table of the levels, and the classes that grew}
   *
   * @param result what the watch has shown
   * @param top how many classes there are at most
   */
  public static List<String> of(WatchResult result, int top) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s %s, watched for %s with %d samples"
            .formatted(
                result.verdict(),
                result.jvm(),
                Units.seconds(result.time().toMillis()),
                result.samples()));
    lines.add("");
    lines.addAll(levels(result));
    if (!result.classes().isEmpty()) {
      lines.add("");
      lines.add("Classes with more and more objects:");
      lines.addAll(classes(result.classes(), top));
    }
    return lines;
  }

  private static List<String> levels(WatchResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("first", "last", "per hour", "between (99 %)", "", "level"));
    for (LevelTrend t : result.trends()) {
      Level level = t.level();
      rows.add(
          List.of(
              level.amount(t.first()),
              level.amount(t.last()),
              level.slope(t.whole().perHour()),
              interval(level, t.whole()),
              t.word(),
              level.text()));
    }
    return Columns.align(rows);
  }

  private static String interval(Level level, ResourceTrend trend) {
    return Double.isInfinite(trend.lowPerHour()) || Double.isInfinite(trend.highPerHour())
        ? "not known"
        : level.slope(trend.lowPerHour()) + " to " + level.slope(trend.highPerHour());
  }

  private static List<String> classes(List<ClassTrend> classes, int top) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("objects per hour", "bytes per hour", "objects at the end", "class"));
    for (ClassTrend trend : classes.subList(0, Math.min(top, classes.size()))) {
      rows.add(
          List.of(
              Units.signed(Math.rint(trend.instances().perHour())),
              Units.signedBytes(Math.rint(trend.bytesPerHour())),
              Units.decimal(trend.last().instances()),
              trend.type()));
    }
    return Columns.align(rows);
  }
}
