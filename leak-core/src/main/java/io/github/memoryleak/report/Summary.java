package io.github.memoryleak.report;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.LeakReport.Environment;
import io.github.memoryleak.finding.LeakReport.ForeignThreads;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report in one line. */
final class Summary {

  private Summary() {}

  /** For instance {@code 2 leaks in 1 of 12 subjects, 1 inconclusive, 3 accepted}. */
  static String of(LeakReport report) {
    List<String> parts = new ArrayList<>();
    parts.add(outcome(report));
    addCount(parts, verdicts(report, Verdict.INCONCLUSIVE), "inconclusive");
    addCount(parts, statuses(report, Status.BASELINE), "accepted by the baseline");
    addCount(parts, statuses(report, Status.SUPPRESSED), "suppressed");
    return String.join(", ", parts);
  }

  /** How long and where: {@code 42 s, Java 17.0.15, G1}. */
  static String circumstances(LeakReport report) {
    Environment e = report.environment();
    return "%s, Java %s, %s".formatted(Units.duration(e.millis()), e.javaVersion(), e.collector());
  }

  /** For instance {@code 6 threads of the JVM and the JDK, 1 of this measurement}. */
  static Optional<String> threadsNotJudged(LeakReport report) {
    List<String> parts = new ArrayList<>();
    for (ForeignThreads some : report.environment().foreignThreads()) {
      String number =
          parts.isEmpty()
              ? Units.count(some.threads(), "thread", "threads")
              : Units.decimal(some.threads());
      parts.add(number + " of " + some.owner());
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  private static String outcome(LeakReport report) {
    long leaks = report.leaks().size();
    long leaking = verdicts(report, Verdict.LEAK);
    if (leaks > 0 || leaking > 0) {
      String what = leaks == 0 ? "Leaks" : Units.count(leaks, "leak", "leaks");
      return what + " in " + Math.max(1, leaking) + " of " + subjects(report);
    }
    long passed = verdicts(report, Verdict.PASS);
    return passed == report.subjects().size() && passed > 0
        ? "No leaks in " + subjects(report)
        : "%d of %s passed".formatted(passed, subjects(report));
  }

  private static String subjects(LeakReport report) {
    return Units.count(report.subjects().size(), "subject", "subjects");
  }

  private static long verdicts(LeakReport report, Verdict verdict) {
    return report.subjects().stream().filter(s -> s.verdict() == verdict).count();
  }

  private static long statuses(LeakReport report, Status status) {
    return report.findings().stream().filter(f -> f.status() == status).count();
  }

  private static void addCount(List<String> parts, long number, String what) {
    if (number > 0) {
      parts.add(Units.decimal(number) + " " + what);
    }
  }
}
