package io.github.memoryleak.report;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.SubjectResult;
import java.util.List;

/** Single subjects, findings and problems in words, for reports that show them one by one. */
public final class Details {

  private Details() {}

  /**
   * {@return what grows and how much, in one line: {@code com.acme.Session: +1 instance, +24 B per
   * loop}}
   *
   * @param finding the finding
   */
  public static String headline(Finding finding) {
    return Text.oneLine(finding.type() + ": " + Growth.of(finding));
  }

  /**
   * {@return how much it grows, the threads or files alone where they are what leaks: {@code +1
   * instance, +24 B per loop}, {@code +2 file descriptors per loop}}
   *
   * @param finding the finding
   */
  public static String amount(Finding finding) {
    boolean exact = finding.kind() == Kind.THREAD || finding.kind() == Kind.FILE_DESCRIPTOR;
    return Growth.amount(
        exact ? finding.toBuilder().perLoop(finding.countPerLoop(), 0).build() : finding);
  }

  /**
   * {@return everything that is known about a finding, without its headline}
   *
   * @param finding the finding
   */
  public static List<Line> of(Finding finding) {
    return FindingText.of(finding);
  }

  /**
   * {@return the line of a subject, with its whole name: {@code PASS com.acme.CartTest: Heap: 12.31
   * MB (0.0% growth), Threads: 14->14}}
   *
   * @param subject the subject
   */
  public static Line line(SubjectResult subject) {
    return SubjectLines.line(subject, subject.name());
  }

  /**
   * {@return a problem in full: what happened, the test's own words, what to do}
   *
   * @param problem the problem
   */
  public static List<Line> of(Problem problem) {
    return ProblemText.of(problem);
  }
}
