package io.github.memoryleak.report;

import io.github.memoryleak.finding.SubjectResult;
import java.util.List;

/** One line for each judged subject. */
final class SubjectLines {

  private SubjectLines() {}

  static List<Line> of(List<SubjectResult> subjects) {
    ShortNames names = ShortNames.of(subjects.stream().map(SubjectResult::name).toList());
    return subjects.stream().map(subject -> line(subject, names.of(subject.name()))).toList();
  }

  static Line line(SubjectResult subject, String name) {
    return switch (subject.verdict()) {
      case PASS -> line(Line.Level.INFO, Style.GOOD, "PASS", name, levels(subject));
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
