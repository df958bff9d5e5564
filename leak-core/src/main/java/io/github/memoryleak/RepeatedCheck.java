package io.github.memoryleak;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.report.Details;
import io.github.memoryleak.report.Line;
import io.github.memoryleak.report.OperationReport;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  RepeatedCheck withFindings(List<Finding> others) {
    return new RepeatedCheck(subject, others, notes);
  }

  RepeatedCheck withNote(String note) {
    return new RepeatedCheck(
        subject, findings, Stream.concat(notes.stream(), Stream.of(note)).toList());
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
            main().anyMatch(f -> f.kind() == Kind.HEAP),
            main().anyMatch(f -> f.kind() == Kind.THREAD),
            main().flatMap(f -> f.growing().stream()).toList(),
            main().flatMap(f -> f.threads().stream()).toList(),
            findings.stream().filter(f -> !isMain(f)).toList())
        .text();
  }

  /** {@return the lines for people, and below them all that is known of each leak} */
  public String explanation() {
    Stream<String> details = findings.stream().flatMap(f -> Details.of(f).stream()).map(Line::text);
    return Stream.concat(Stream.of(toString()), details).collect(Collectors.joining("\n"));
  }

  /** What shows in the levels of heap and threads; virtual threads do not. */
  private Stream<Finding> main() {
    return findings.stream().filter(this::isMain);
  }

  private boolean isMain(Finding finding) {
    return finding.kind() == Kind.HEAP
        || (finding.kind() == Kind.THREAD && subject.threads().growth() > 0);
  }
}
