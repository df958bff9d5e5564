package io.github.memoryleak.maven.judge;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Leak;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.maven.judge.Decision.Outcome;
import io.github.memoryleak.report.Details;
import io.github.memoryleak.report.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Decides what becomes of the build: the same result that the reports show, and what the user set.
 *
 * @param failOnLeak whether a leak fails the build
 * @param failOnInconclusive whether what could not be measured does
 * @param testFailureIgnore whether failing tests leave the build green
 * @param reports the report files, as they are to be shown
 */
public record Gate(
    boolean failOnLeak,
    boolean failOnInconclusive,
    boolean testFailureIgnore,
    List<String> reports) {
  private static final int TOP = 5;

  /** Copies the list. */
  public Gate {
    reports = List.copyOf(reports);
  }

  /**
   * {@return the decision}
   *
   * @param report what was measured
   */
  public Decision judge(LeakReport report) {
    List<Problem> failed = problems(report, p -> p.type() == Problem.Type.TEST_FAILED);
    List<Problem> others = problems(report, p -> p.type() != Problem.Type.TEST_FAILED);
    List<String> parts = new ArrayList<>();
    Outcome outcome = Outcome.GO_ON;
    if (report.verdict() == Verdict.LEAK) {
      parts.add(leaks(report));
      outcome = worse(outcome, failOnLeak ? Outcome.FAILURE : Outcome.WARN);
    }
    if (!failed.isEmpty()) {
      parts.add(failures(failed));
      outcome = worse(outcome, testFailureIgnore ? Outcome.WARN : Outcome.FAILURE);
    }
    if (!others.isEmpty() || isUnexplained(report)) {
      parts.add(unmeasured(report, others));
      outcome = worse(outcome, failOnInconclusive ? Outcome.ERROR : Outcome.WARN);
    }
    return outcome == Outcome.GO_ON
        ? new Decision(outcome, "")
        : new Decision(outcome, String.join("\n", parts) + "\n" + footer());
  }

  /** A leak and a failed test are facts; that something else could not be measured stays beside. */
  private static Outcome worse(Outcome before, Outcome now) {
    if (before == Outcome.FAILURE) {
      return before;
    }
    return now.compareTo(before) > 0 ? now : before;
  }

  private static boolean isUnexplained(LeakReport report) {
    return report.verdict() == Verdict.INCONCLUSIVE && report.problems().isEmpty();
  }

  private static List<Problem> problems(LeakReport report, Predicate<Problem> which) {
    return report.problems().stream().filter(which).toList();
  }

  private String leaks(LeakReport report) {
    List<Leak> counting = report.leaks();
    long leaky = report.subjects().stream().filter(s -> s.verdict() == Verdict.LEAK).count();
    List<String> lines = new ArrayList<>();
    lines.add(
        "LEAK: "
            + Units.count(counting.size(), "leak", "leaks")
            + " in "
            + leaky
            + " of "
            + Units.count(report.subjects().size(), "subject", "subjects"));
    counting.stream().limit(TOP).map(Gate::line).forEach(lines::add);
    addRest(lines, counting.size());
    if (failOnLeak) {
      lines.add("To report leaks without failing the build: -Dleak.failOnLeak=false");
    }
    return String.join("\n", lines);
  }

  private static String line(Leak leak) {
    Finding f = leak.finding();
    int others = leak.subjects().size() - 1;
    String subjects = f.subject() + (others == 0 ? "" : " and " + others + " more");
    String holder = f.holder() == null ? "" : ", held by " + f.holder();
    return "  " + f.kind() + " " + f.type() + " in " + subjects + ": " + Details.amount(f) + holder;
  }

  private static String failures(List<Problem> failed) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Units.count(failed.size(), "test fails", "tests fail")
            + " when run once: mend the tests before leaks can be told");
    addProblems(lines, failed);
    return String.join("\n", lines);
  }

  private String unmeasured(LeakReport report, List<Problem> others) {
    List<String> lines = new ArrayList<>();
    if (others.isEmpty()) {
      lines.add("INCONCLUSIVE: the measurement has no clear answer");
      report.subjects().stream()
          .filter(s -> s.verdict() == Verdict.INCONCLUSIVE)
          .limit(TOP)
          .map(Gate::line)
          .forEach(lines::add);
    } else {
      lines.add(
          "INCONCLUSIVE: "
              + Units.count(others.size(), "subject", "subjects")
              + " could not be measured");
      addProblems(lines, others);
    }
    if (failOnInconclusive) {
      lines.add("To go on without an answer for these: -Dleak.failOnInconclusive=false");
    }
    return String.join("\n", lines);
  }

  private static String line(SubjectResult s) {
    return "  " + s.name() + (s.reason() == null ? "" : ": " + s.reason());
  }

  private static void addProblems(List<String> lines, List<Problem> problems) {
    problems.stream()
        .limit(TOP)
        .map(p -> "  " + p.subject() + ": " + p.message())
        .forEach(lines::add);
    addRest(lines, problems.size());
  }

  private static void addRest(List<String> lines, int size) {
    if (size > TOP) {
      lines.add("  ... and " + (size - TOP) + " more");
    }
  }

  private String footer() {
    return "Reports: " + String.join(", ", reports);
  }
}
