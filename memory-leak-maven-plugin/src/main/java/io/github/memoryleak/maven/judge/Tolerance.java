package io.github.memoryleak.maven.judge;

import io.github.memoryleak.LeakThresholds;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.report.Units;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the leaks away that the limits on proven growth tolerate; a note keeps each of them.
 *
 * @param thresholds the limits
 */
public record Tolerance(LeakThresholds thresholds) {

  /**
   * {@return the report without the tolerated leaks}
   *
   * @param report what was measured
   */
  public LeakReport apply(LeakReport report) {
    List<Finding> tolerated = report.findings().stream().filter(this::isTolerated).toList();
    if (tolerated.isEmpty()) {
      return report;
    }
    List<Finding> left = new ArrayList<>(report.findings());
    left.removeAll(tolerated);
    List<String> notes = new ArrayList<>(report.notes());
    tolerated.stream().map(Tolerance::note).forEach(notes::add);
    return new LeakReport(
        verdict(report, left),
        report.environment(),
        report.subjects().stream().map(s -> judged(s, left)).toList(),
        left,
        report.problems(),
        notes);
  }

  private boolean isTolerated(Finding f) {
    return switch (f.kind()) {
      case HEAP -> f.bytesPerLoop() <= thresholds.heapBytesPerLoop();
      case THREAD -> f.countPerLoop() <= thresholds.threadsPerLoop();
      default -> false;
    };
  }

  private static Verdict verdict(LeakReport report, List<Finding> left) {
    if (report.verdict() != Verdict.LEAK || !left.isEmpty()) {
      return report.verdict();
    }
    boolean open =
        !report.problems().isEmpty()
            || report.subjects().stream().anyMatch(s -> s.verdict() == Verdict.INCONCLUSIVE);
    return open ? Verdict.INCONCLUSIVE : Verdict.PASS;
  }

  private static SubjectResult judged(SubjectResult s, List<Finding> left) {
    boolean leaks = left.stream().anyMatch(f -> f.subject().equals(s.name()));
    return s.verdict() != Verdict.LEAK || leaks
        ? s
        : new SubjectResult(
            s.name(),
            Verdict.PASS,
            null,
            s.rounds(),
            s.loops(),
            s.heapBytes(),
            s.threads(),
            s.millis());
  }

  private static String note(Finding f) {
    String growth =
        f.kind() == Kind.THREAD
            ? Units.count(f.countPerLoop(), "thread", "threads")
            : Units.bytes(f.bytesPerLoop());
    return "Tolerated by the thresholds: "
        + f.type()
        + " in "
        + f.subject()
        + " grows by "
        + growth
        + " per loop.";
  }
}
