package io.github.memoryleak;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.ThreadTrace;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.report.OperationReport;
import java.util.List;

/**
 * The verdict over a repeated operation.
 *
 * @param subject what was measured
 * @param findings its leaks; empty unless the verdict is LEAK
 * @param notes sentences beside them, such as why a holder is not known
 */
public record RepeatedCheck(SubjectResult subject, List<Finding> findings, List<String> notes) {

  /** Copies the lists. */
  public RepeatedCheck {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /** {@return the verdict} */
  public Verdict verdict() {
    return subject.verdict();
  }

  /** {@return the lines for people: the verdict, then what grew} */
  @Override
  public String toString() {
    if (verdict() == Verdict.INCONCLUSIVE) {
      return "INCONCLUSIVE " + subject.name() + ": " + subject.reason();
    }
    return new OperationReport(
            subject.name(),
            subject.heapBytes(),
            subject.threads(),
            findings.stream().anyMatch(f -> f.threads().isEmpty()),
            findings.stream().anyMatch(f -> !f.threads().isEmpty()),
            findings.stream().flatMap(RepeatedCheck::types).toList(),
            findings.stream().flatMap(RepeatedCheck::threads).toList())
        .text();
  }

  private static java.util.stream.Stream<GrowingType> types(Finding f) {
    return f.growing().stream();
  }

  private static java.util.stream.Stream<ThreadTrace> threads(Finding f) {
    return f.threads().stream();
  }
}
