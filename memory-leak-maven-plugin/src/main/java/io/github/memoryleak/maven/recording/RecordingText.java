package io.github.memoryleak.maven.recording;

import io.github.memoryleak.maven.files.ShownPath;
import io.github.memoryleak.report.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A recording as text: tables as {@code pprof -top} has them, and what the collector did. */
public final class RecordingText {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double P99 = 0.99;

  private final Recording recording;
  private final Options options;
  private final List<String> lines = new ArrayList<>();

  private RecordingText(Recording recording, Options options) {
    this.recording = recording;
    this.options = options;
  }

  /**
   * What is shown.
   *
   * @param index what is counted
   * @param focus which samples
   * @param top how many rows each table has
   */
  public record Options(SampleIndex index, Focus focus, int top) {}

  /**
   * {@return the lines}
   *
   * @param recording the recording
   * @param options what is shown
   */
  public static List<String> of(Recording recording, Options options) {
    return new RecordingText(recording, options).all();
  }

  private List<String> all() {
    List<Allocation> samples = options.focus().of(recording.samples(options.index()));
    TopTable methods = TopTable.byMethod(samples, options.index());
    head(methods.total());
    boolean isLive = options.index().isLive();
    table(
        (isLive ? "What allocated what is alive" : "What allocates")
            + ", by itself (flat) and with what it calls (cum):",
        methods.rows(),
        methods);
    table("The same by cum, without what runs the tests:", methods.byCumulative(), methods);
    TopTable types = TopTable.byType(samples, options.index());
    simple(isLive ? "What is alive, by class:" : "What is allocated, by class:", types);
    TopTable tests = TopTable.byTest(samples, options.index());
    if (!tests.rows().isEmpty()) {
      simple("By test (" + Units.count(recording.tests(), "run", "runs") + "):", tests);
    }
    collections();
    return lines;
  }

  private void head(long total) {
    double seconds = recording.nanos() / NANOS_PER_SECOND;
    lines.add(
        ShownPath.of(recording.file())
            + ": "
            + value(total)
            + (options.index().isLive() ? " alive (" : " allocated (")
            + options.index().text()
            + ") in "
            + String.format(Locale.ROOT, "%.1f s", seconds));
  }

  private void table(String title, List<TopTable.Row> rows, TopTable table) {
    lines.add("");
    lines.add(title);
    lines.add(
        String.format(
            Locale.ROOT, "%12s %6s %6s %12s %6s", "flat", "flat%", "sum%", "cum", "cum%"));
    long sum = 0;
    for (TopTable.Row row : rows.stream().limit(options.top()).toList()) {
      sum += row.flat();
      lines.add(
          String.format(
              Locale.ROOT,
              "%12s %6s %6s %12s %6s  %s",
              value(row.flat()),
              percent(row.flat(), table.total()),
              percent(sum, table.total()),
              value(row.cumulative()),
              percent(row.cumulative(), table.total()),
              row.name()));
    }
  }

  private void simple(String title, TopTable table) {
    lines.add("");
    lines.add(title);
    for (TopTable.Row row : table.rows().stream().limit(options.top()).toList()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%12s %6s  %s",
              value(row.flat()),
              percent(row.flat(), table.total()),
              row.name()));
    }
  }

  private void collections() {
    Collections seen = recording.collections();
    if (seen.pauses().isEmpty()) {
      return;
    }
    lines.add("");
    long[] pauses = seen.pauses().stream().mapToLong(Long::longValue).sorted().toArray();
    lines.add(
        "Collector: "
            + String.join(", ", seen.names())
            + "; "
            + Units.count(pauses.length, "collection", "collections")
            + ", pauses "
            + millis(Arrays.stream(pauses).sum())
            + " in all, "
            + millis(pauses[pauses.length - 1])
            + " at most, "
            + millis(pauses[(int) Math.ceil(P99 * pauses.length) - 1])
            + " at the 99th percentile");
    if (!seen.liveSets().isEmpty()) {
      lines.add(liveSet(seen.liveSets()));
    }
  }

  private static String liveSet(List<Collections.LiveSet> sets) {
    String range =
        "In use after collections: "
            + Units.bytes(sets.get(0).bytes())
            + " at first, "
            + Units.bytes(sets.get(sets.size() - 1).bytes())
            + " at last";
    Optional<Trend> trend = Trend.of(sets);
    if (trend.isEmpty()) {
      return range + "; too few collections (" + sets.size() + ") for a trend";
    }
    Trend t = trend.get();
    return range
        + "; "
        + rate(t.bytesPerMinute())
        + " per minute (95 % interval "
        + rate(t.low())
        + " to "
        + rate(t.high())
        + "), "
        + (t.isSignificant() ? "significant" : "not significant");
  }

  private static String rate(double bytes) {
    return Units.signedBytes(Math.round(bytes));
  }

  private String value(long value) {
    return options.index().isBytes() ? Units.bytes(value) : Long.toString(value);
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "0.0%" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_PER_MILLI);
  }
}
