package io.github.memoryleak.report;

import io.github.memoryleak.finding.Advice;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Interval;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.ThreadTrace;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The report as JSON: {@code leak-report.json}. Every field is always there: what is not known is
 * {@code null} ({@code reason}, {@code retainedBytes}, {@code retainedBytesPerLoop}, {@code
 * holder}, {@code advice}, {@code library}) or an empty array.
 */
public final class JsonReport {

  private JsonReport() {}

  /**
   * {@return the report as a JSON document, indented, with a line end}
   *
   * @param report the report
   * @throws IllegalArgumentException when a number in it is not finite
   */
  public static String toJson(LeakReport report) {
    return JsonText.of(
            object(
                "schemaVersion", LeakReport.SCHEMA_VERSION,
                "verdict", report.verdict(),
                "subjects", list(report.subjects(), JsonReport::subject),
                "findings", list(report.findings(), JsonReport::finding),
                "problems", list(report.problems(), JsonReport::problem),
                "notes", report.notes(),
                "environment", environment(report.environment())))
        + "\n";
  }

  /**
   * Writes the report, whole or not at all: see {@link WholeFile}.
   *
   * @param report the report
   * @param file where it goes; directories that are missing are made
   * @throws IOException when it cannot be written
   */
  public static void write(LeakReport report, Path file) throws IOException {
    WholeFile.write(file, toJson(report));
  }

  private static Map<String, @Nullable Object> subject(SubjectResult s) {
    return object(
        "name", s.name(),
        "verdict", s.verdict(),
        "reason", s.reason(),
        "rounds", s.rounds(),
        "loops", s.loops(),
        "heapBytes", change(s.heapBytes()),
        "heapGrowthPercent", oneDecimal(s.heapGrowthPercent()),
        "threads", change(s.threads()),
        "millis", s.millis());
  }

  private static Map<String, @Nullable Object> change(Change c) {
    return object("baseline", c.baseline(), "final", c.last());
  }

  private static BigDecimal oneDecimal(double percent) {
    return BigDecimal.valueOf(percent).setScale(1, RoundingMode.HALF_UP);
  }

  private static Map<String, @Nullable Object> finding(Finding f) {
    return object(
        "kind", f.kind(),
        "subject", f.subject(),
        "type", f.type(),
        "countPerLoop", f.countPerLoop(),
        "bytesPerLoop", f.bytesPerLoop(),
        "retainedBytes", f.retainedBytes(),
        "retainedBytesPerLoop", f.retainedBytesPerLoop(),
        "holder", f.holder(),
        "path", f.path(),
        "site", f.site(),
        "state", f.state(),
        "owner", f.owner(),
        "fingerprint", f.fingerprint(),
        "status", f.status(),
        "growing", list(f.growing(), JsonReport::growing),
        "threads", list(f.threads(), JsonReport::thread),
        "advice", advice(f.advice()),
        "library", f.library(),
        "bytesPerLoopInterval", interval(f.bytesPerLoopInterval()));
  }

  private static @Nullable Map<String, @Nullable Object> advice(@Nullable Advice a) {
    return a == null
        ? null
        : object("cause", a.cause(), "remedy", a.remedy(), "reference", a.reference());
  }

  private static @Nullable Map<String, @Nullable Object> interval(@Nullable Interval i) {
    return i == null ? null : object("low", i.low(), "high", i.high());
  }

  private static Map<String, @Nullable Object> growing(GrowingType g) {
    return object(
        "type", g.type(),
        "count", g.count(),
        "bytes", g.bytes(),
        "countPerLoop", g.countPerLoop(),
        "bytesPerLoop", g.bytesPerLoop());
  }

  private static Map<String, @Nullable Object> thread(ThreadTrace t) {
    return object(
        "name", t.name(),
        "type", t.type(),
        "state", t.state(),
        "daemon", t.daemon(),
        "stack", t.stack());
  }

  private static Map<String, @Nullable Object> problem(Problem p) {
    return object(
        "subject", p.subject(), "type", p.type(), "message", p.message(), "detail", p.detail());
  }

  private static Map<String, @Nullable Object> environment(LeakReport.Environment e) {
    return object(
        "javaVersion", e.javaVersion(),
        "jvm", e.jvm(),
        "collector", e.collector(),
        "startedAt", e.startedAt(),
        "millis", e.millis(),
        "foreignThreads", list(e.foreignThreads(), JsonReport::foreignThreads));
  }

  private static Map<String, @Nullable Object> foreignThreads(LeakReport.ForeignThreads f) {
    return object("owner", f.owner(), "threads", f.threads());
  }

  private static <T> List<Map<String, @Nullable Object>> list(
      List<T> items, Function<T, Map<String, @Nullable Object>> toMap) {
    return items.stream().map(toMap).toList();
  }

  /** Names and values in turn. */
  private static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return map;
  }
}
