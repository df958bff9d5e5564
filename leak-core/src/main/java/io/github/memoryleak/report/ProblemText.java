package io.github.memoryleak.report;

import io.github.memoryleak.finding.Problem;
import java.util.ArrayList;
import java.util.List;

/** One problem in full: what happened, the test's own words, what to do. */
final class ProblemText {

  private static final int MAX_DETAIL = 25;
  private static final String INDENT = "   ";

  private ProblemText() {}

  /** The lines of a problem, the headline first. */
  static List<Line> of(Problem problem) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        new LineBuilder(Line.Level.ERROR)
            .add(Style.DOUBT, title(problem.type()))
            .strong(problem.subject().isBlank() ? "" : " " + problem.subject())
            .plain(": " + firstLine(problem.message()))
            .line());
    problem.message().lines().skip(1).forEach(text -> lines.add(indented(text)));
    addDetail(lines, problem.detail().stream().flatMap(String::lines).toList());
    lines.add(
        new LineBuilder(Line.Level.ERROR)
            .faint(INDENT + "\u2192 ")
            .plain(advice(problem.type()))
            .line());
    return lines;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("no message");
  }

  private static void addDetail(List<Line> lines, List<String> detail) {
    detail.stream().limit(MAX_DETAIL).map(ProblemText::indented).forEach(lines::add);
    if (detail.size() > MAX_DETAIL) {
      String rest = Units.count(detail.size() - MAX_DETAIL, "more line", "more lines");
      lines.add(indented("... and " + rest));
    }
  }

  private static Line indented(String text) {
    return new LineBuilder(Line.Level.ERROR).plain(INDENT + text).line();
  }

  private static String title(Problem.Type type) {
    return switch (type) {
      case TEST_FAILED -> "TEST FAILED";
      case NOT_REPEATABLE -> "NOT REPEATABLE";
      case HUNG -> "HUNG";
      case EXITED -> "EXITED";
      case OUT_OF_MEMORY -> "OUT OF MEMORY";
      case CRASHED -> "CRASHED";
      case DISCOVERY_FAILED -> "NOT FOUND";
      case CONTROL_FAILED -> "NOT RELIABLE";
      case UNDECIDED -> "UNDECIDED";
      case BROKEN_OFF -> "BROKEN OFF";
    };
  }

  private static String advice(Problem.Type type) {
    return switch (type) {
      case TEST_FAILED -> "Make the test pass, then measure again.";
      case NOT_REPEATABLE ->
          "Make the test undo what it leaves behind (static state, files, ports), so that it can"
              + " run twice in one JVM.";
      case HUNG -> "See above where it waits; raise leak.timeout if it only needs longer.";
      case EXITED -> "Take the exit out of the test, or exclude it: it cannot be measured.";
      case OUT_OF_MEMORY ->
          "Raise -Xmx in leak.argLine if the tests need more, or find out what fills the heap.";
      case CRASHED -> "See the output of the measured JVM for its last words.";
      case DISCOVERY_FAILED ->
          "Check that the tests run with mvn test, and what leak.test selects.";
      case CONTROL_FAILED ->
          "Measure again on a quieter machine; if it stays, try -XX:+UseG1GC in leak.argLine.";
      case UNDECIDED ->
          "Raise leak.rounds or leak.budget, or measure this subject alone with leak.test.";
      case BROKEN_OFF ->
          "Let it come to its end: mend what broke it off, or measure in parts with leak.test.";
    };
  }
}
