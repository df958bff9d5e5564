package io.github.memoryleak.report;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.finding.SubjectResult;
import java.util.List;

/** One line for each judged subject. */
final class SubjectLines {

  private SubjectLines() {}

  static List<Line> of(LeakReport report) {
    List<SubjectResult> subjects = report.subjects();
    ShortNames names = ShortNames.of(subjects.stream().map(SubjectResult::name).toList());
    return subjects.stream()
        .map(subject -> line(subject, names.of(subject.name()), accepted(report, subject)))
        .toList();
  }

  /** A pass in spite of a leak says so. */
  private static String accepted(LeakReport report, SubjectResult subject) {
    long leaks =
        report.findings().stream()
            .filter(f -> f.subject().equals(subject.name()) && f.status() != Status.NEW)
            .count();
    return leaks == 0 ? "" : ", " + Units.count(leaks, "accepted leak", "accepted leaks");
  }

  static Line line(SubjectResult subject, String name) {
    return line(subject, name, "");
  }

  private static Line line(SubjectResult subject, String name, String accepted) {
    return switch (subject.verdict()) {
      case PASS -> line(Line.Level.INFO, Style.GOOD, "PASS", name, levels(subject) + accepted);
      case LEAK -> line(Line.Level.ERROR, Style.BAD, "LEAK", name, levels(subject));
      case INCONCLUSIVE ->
          line(Line.Level.WARN, Style.DOUBT, "INCONCLUSIVE", name, reason(subject));
    };
  }

  private static Line line(
      Line.Level level, Style style, String verdict, String name, String rest) {
    return new LineBuilder(level)
        .add(style, verdict)
        .plain(" ")
        .strong(name)
        .plain(": " + rest)
        .line();
  }

  private static String levels(SubjectResult subject) {
    return Levels.text(subject.heapBytes(), subject.threads());
  }

  private static String reason(SubjectResult subject) {
    return subject.reason() == null ? "could not be measured" : subject.reason();
  }
}
