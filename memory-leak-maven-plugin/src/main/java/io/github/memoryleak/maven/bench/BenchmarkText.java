package io.github.memoryleak.maven.bench;

import io.github.memoryleak.maven.files.ShownPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Results of benchmarks, and comparisons of them, as text. */
public final class BenchmarkText {
  private BenchmarkText() {}

  /**
   * {@return a line for each result}
   *
   * @param found the results
   */
  public static List<String> of(BenchmarkFile found) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT, "%12s %12s %-8s %12s  %s", "score", "error", "unit", "B/op", "benchmark"));
    for (BenchmarkResult r : found.results()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%12s %12s %-8s %12s  %s (%s)",
              number(r.score()),
              r.error() == null ? "" : "\u00b1 " + number(r.error()),
              r.unit(),
              number(r.bytesPerOperation()),
              r.name(),
              r.mode()));
    }
    return lines;
  }

  /**
   * {@return a line for each benchmark of either file}
   *
   * @param found the comparison
   */
  public static List<String> of(BenchmarkComparison found) {
    List<String> lines = new ArrayList<>();
    lines.add("Base:    " + ShownPath.of(found.base().file()) + " (" + found.base().jvm() + ")");
    lines.add(
        "Current: " + ShownPath.of(found.current().file()) + " (" + found.current().jvm() + ")");
    if (!found.base().jvm().equals(found.current().jvm())) {
      lines.add(
          "WARNING: The JVMs or the versions of JMH differ: times, and what the JDK allocates, may"
              + " differ for that reason alone.");
    }
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%12s %12s %9s %12s %12s %9s  %s",
            "B/op base",
            "B/op now",
            "",
            "time base",
            "time now",
            "",
            "benchmark"));
    found.pairs().forEach(pair -> lines.add(pair(pair)));
    found
        .gone()
        .forEach(r -> lines.add("only in the base:    " + r.name() + " (" + r.mode() + ")"));
    found
        .added()
        .forEach(r -> lines.add("only in the current: " + r.name() + " (" + r.mode() + ")"));
    return lines;
  }

  private static String pair(BenchmarkComparison.Pair pair) {
    BenchmarkResult base = pair.base();
    BenchmarkResult current = pair.current();
    return String.format(
        Locale.ROOT,
        "%12s %12s %9s %12s %12s %9s  %s (%s)%s",
        number(base.bytesPerOperation()),
        number(current.bytesPerOperation()),
        percent(pair.bytesGrowth()),
        number(base.score()),
        number(current.score()),
        percent(pair.timeGrowth()),
        current.name(),
        current.unit(),
        pair.isTimeCertain() ? "" : "  (time within the error)");
  }

  static String number(@Nullable Double number) {
    return number == null ? "" : String.format(Locale.ROOT, "%.3f", number);
  }

  static String percent(@Nullable Double share) {
    return share == null ? "" : String.format(Locale.ROOT, "%+.1f%%", 100 * share);
  }
}
