package io.github.memoryleak.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells the leaks that count from those that are accepted: by a suppression, because they are not
 * the team's, or by the baseline, in this order.
 *
 * @param baseline the leaks that were there before
 * @param suppressions the rules of people
 * @param counting whose leaks count
 * @param today the day of the build
 * @param tests which test classes there are, by their names
 */
public record Acceptance(
    Baseline baseline,
    List<Suppression> suppressions,
    Set<Owner> counting,
    LocalDate today,
    Predicate<String> tests) {

  /** Copies the collections. */
  public Acceptance {
    suppressions = List.copyOf(suppressions);
    counting = Set.copyOf(counting);
  }

  /**
   * {@return the report with the status of each finding, the verdicts that follow, and notes on
   * rules that are used, unused or expired, and on leaks that have vanished or grown}
   *
   * @param report what was measured
   */
  public LeakReport judge(LeakReport report) {
    List<Finding> findings = report.findings().stream().map(this::withStatus).toList();
    List<SubjectResult> subjects =
        report.subjects().stream().map(s -> withVerdict(s, findings)).toList();
    List<String> notes = new ArrayList<>(report.notes());
    notes.addAll(notes(report));
    return new LeakReport(
        verdict(report, subjects),
        report.environment(),
        subjects,
        findings,
        report.problems(),
        notes);
  }

  /**
   * {@return the baseline that accepts all of these leaks that only a baseline can accept}
   *
   * @param report what was measured
   */
  public Baseline updated(LeakReport report) {
    List<Finding> leaks = report.findings().stream().filter(f -> !isSuppressed(f)).toList();
    return baseline.updated(report, leaks, tests);
  }

  private Finding withStatus(Finding finding) {
    if (isSuppressed(finding)) {
      return finding.toBuilder().status(Status.SUPPRESSED).build();
    }
    boolean accepted = baseline.about(finding).filter(e -> e.tolerates(finding)).isPresent();
    return finding.toBuilder().status(accepted ? Status.BASELINE : Status.NEW).build();
  }

  private boolean isSuppressed(Finding finding) {
    return !counting.contains(finding.owner()) || covering(finding).isPresent();
  }

  private Optional<Suppression> covering(Finding finding) {
    return suppressions.stream().filter(s -> !s.isExpired(today) && s.covers(finding)).findFirst();
  }

  private static SubjectResult withVerdict(SubjectResult subject, List<Finding> findings) {
    List<Finding> own = findings.stream().filter(f -> f.subject().equals(subject.name())).toList();
    boolean accepted =
        subject.verdict() == Verdict.LEAK
            && !own.isEmpty()
            && own.stream().noneMatch(f -> f.status() == Status.NEW);
    return accepted ? subject.withVerdict(Verdict.PASS) : subject;
  }

  private static Verdict verdict(LeakReport report, List<SubjectResult> subjects) {
    if (report.verdict() != Verdict.LEAK
        || subjects.stream().anyMatch(s -> s.verdict() == Verdict.LEAK)) {
      return report.verdict();
    }
    boolean unclear =
        !report.problems().isEmpty()
            || subjects.stream().anyMatch(s -> s.verdict() == Verdict.INCONCLUSIVE);
    return unclear ? Verdict.INCONCLUSIVE : Verdict.PASS;
  }

  private List<String> notes(LeakReport report) {
    List<String> notes = new ArrayList<>();
    report.findings().stream()
        .filter(f -> !counting.contains(f.owner()))
        .map(f -> "Not counted, as its owner is " + f.owner() + ": " + name(f) + ".")
        .forEach(notes::add);
    suppressions.forEach(s -> notes.add(use(s, report)));
    report.findings().stream()
        .filter(f -> !isSuppressed(f))
        .filter(f -> baseline.about(f).filter(e -> !e.tolerates(f)).isPresent())
        .map(f -> "The baseline accepts less: " + name(f) + " has grown.")
        .forEach(notes::add);
    baseline.vanished(report, tests).stream()
        .map(
            e ->
                "In the baseline and not seen any more: "
                    + name(e)
                    + "; leak.updateBaseline takes it out.")
        .forEach(notes::add);
    return notes;
  }

  private String use(Suppression suppression, LeakReport report) {
    long covered = report.findings().stream().filter(suppression::covers).count();
    String leaks = covered == 1 ? "1 leak" : covered + " leaks";
    if (suppression.isExpired(today)) {
      return "Expired suppression: " + suppression + " covers " + leaks + " no longer.";
    }
    return covered == 0
        ? "Unused suppression: " + suppression + " covers nothing."
        : "Suppressed: " + suppression + " covers " + leaks + ".";
  }

  private static String name(Finding f) {
    return f.kind() + " " + f.type() + " in " + f.subject();
  }

  private static String name(Baseline.Entry e) {
    return e.kind() + " " + e.type() + " in " + e.subject();
  }
}
