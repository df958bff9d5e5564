package io.github.memoryleak.maven.report;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one subject.
 *
 * @param subject the subject's name
 * @param result what was measured; {@code null} when a finding or a problem names something else
 *     than a judged subject
 * @param findings its findings that count
 * @param problems its problems
 */
record SuiteCase(
    String subject,
    @Nullable SubjectResult result,
    List<Finding> findings,
    List<Problem> problems) {

  private static final String NAMELESS = "leak:test";
  private static final String MARK = "[leak]";

  /** How a test case ends. */
  enum Outcome {
    PASSED,
    FAILURE,
    ERROR
  }

  /** Everything that the report names, the judged subjects first. */
  static List<SuiteCase> of(LeakReport report) {
    Set<String> names = new LinkedHashSet<>();
    report.subjects().forEach(s -> names.add(s.name()));
    report.findings().stream().filter(SuiteCase::counts).forEach(f -> names.add(f.subject()));
    report.problems().forEach(p -> names.add(p.subject()));
    return names.stream().map(name -> named(name, report)).toList();
  }

  private static SuiteCase named(String name, LeakReport report) {
    return new SuiteCase(
        name,
        report.subjects().stream().filter(s -> s.name().equals(name)).findFirst().orElse(null),
        report.findings().stream().filter(f -> counts(f) && f.subject().equals(name)).toList(),
        report.problems().stream().filter(p -> p.subject().equals(name)).toList());
  }

  private static boolean counts(Finding finding) {
    return finding.status() == Status.NEW;
  }

  /** The class, or the whole name where there is no method in it. */
  String className() {
    int hash = subject.indexOf('#');
    String name = hash < 0 ? subject : subject.substring(0, hash);
    return name.isBlank() ? NAMELESS : name;
  }

  /** Marked, so that CI servers do not take it for the test itself, which Surefire reports. */
  String name() {
    int hash = subject.indexOf('#');
    return hash < 0 ? MARK : subject.substring(hash + 1) + " " + MARK;
  }

  Outcome outcome() {
    if (!findings.isEmpty() || verdict() == Verdict.LEAK) {
      return Outcome.FAILURE;
    }
    return problems.isEmpty() && verdict() == Verdict.PASS ? Outcome.PASSED : Outcome.ERROR;
  }

  private Verdict verdict() {
    return result == null ? Verdict.INCONCLUSIVE : result.verdict();
  }

  long millis() {
    return result == null ? 0 : result.millis();
  }
}
