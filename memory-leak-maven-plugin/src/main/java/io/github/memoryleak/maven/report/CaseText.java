package io.github.memoryleak.maven.report;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.report.Details;
import io.github.memoryleak.report.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a test case says.
 *
 * @param testCase the test case
 */
record CaseText(SuiteCase testCase) {

  /** In one line, as lists of failures show it. */
  String message() {
    List<String> parts = new ArrayList<>();
    testCase.findings().stream().map(Details::headline).forEach(parts::add);
    if (parts.isEmpty()) {
      testCase.problems().stream().map(Problem::message).forEach(parts::add);
    }
    return parts.isEmpty() ? fallback() : String.join("; ", parts);
  }

  private String fallback() {
    SubjectResult result = testCase.result();
    if (result != null && result.reason() != null) {
      return result.reason();
    }
    return testCase.outcome() == SuiteCase.Outcome.FAILURE ? "leaks" : "could not be measured";
  }

  /** The kind of the first finding, or what kept the subject from being measured. */
  String type() {
    if (!testCase.findings().isEmpty()) {
      return Verdict.LEAK + "." + testCase.findings().get(0).kind();
    }
    if (testCase.outcome() == SuiteCase.Outcome.FAILURE) {
      return Verdict.LEAK.name();
    }
    return Verdict.INCONCLUSIVE
        + (testCase.problems().isEmpty() ? "" : "." + testCase.problems().get(0).type());
  }

  /** Findings and problems in full. */
  String body() {
    List<String> lines = new ArrayList<>();
    for (Finding finding : testCase.findings()) {
      lines.add(Details.headline(finding));
      Details.of(finding).stream().map(Line::text).forEach(lines::add);
    }
    for (Problem problem : testCase.problems()) {
      Details.of(problem).stream().map(Line::text).forEach(lines::add);
    }
    return lines.stream().map(line -> "\n" + line).collect(Collectors.joining()) + "\n";
  }

  /** The line of the console, when something was measured. */
  String levels() {
    SubjectResult result = testCase.result();
    return result == null ? "" : Details.line(result).text();
  }
}
