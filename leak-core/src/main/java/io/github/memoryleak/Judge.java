package io.github.memoryleak;

import io.github.memoryleak.explain.Explanation;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.judge.Findings;
import io.github.memoryleak.judge.Limits;
import io.github.memoryleak.rounds.Growing;
import io.github.memoryleak.rounds.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From a measurement and the thresholds to the verdict. */
final class Judge {
  private static final int TYPES_IN_REASON = 3;

  private final String name;
  private final Measurement measured;
  private final Explanation explanation;
  private final LeakThresholds thresholds;
  private final long millis;

  private Judge(String name, Evidenced evidence, LeakThresholds thresholds, long millis) {
    this.name = name;
    measured = evidence.measured();
    explanation = evidence.explanation();
    this.thresholds = thresholds;
    this.millis = millis;
  }

  /** What the rounds showed, and who holds what grew in them. */
  record Evidenced(Measurement measured, Explanation explanation) {}

  static RepeatedCheck judge(
      String name, Evidenced evidence, LeakThresholds thresholds, long millis) {
    return new Judge(name, evidence, thresholds, millis).judge();
  }

  private RepeatedCheck judge() {
    return switch (measured.outcome()) {
      case CLEAN -> check(Verdict.PASS, null, List.of());
      case LEAKING -> proven();
      case GROWING, UNDECIDED, OUT_OF_TIME, OUT_OF_ROOM -> undecided();
      case CONTROL_FAILED ->
          check(
              Verdict.INCONCLUSIVE,
              "the objects planted as a control were not counted exactly, so a leak could be missed",
              List.of());
    };
  }

  /** A cache that fills and knows where it will stop is told in a note, and is no finding. */
  private RepeatedCheck proven() {
    Limits limits = new Limits(explanation);
    List<Finding> findings = new ArrayList<>();
    List<String> filling = new ArrayList<>();
    Findings.of(name, measured, true, explanation).stream()
        .filter(thresholds::isExceeded)
        .forEach(
            f ->
                limits
                    .filling(f)
                    .ifPresentOrElse(
                        why -> filling.add(Limits.note(f, why)), () -> findings.add(f)));
    RepeatedCheck check = check(findings.isEmpty() ? Verdict.PASS : Verdict.LEAK, null, findings);
    for (String note : filling) {
      check = check.withNote(note);
    }
    return check;
  }

  /** Growth that is neither proven nor refuted: the levels decide, or nothing does. */
  private RepeatedCheck undecided() {
    boolean heap = thresholds.isHeapExceeded(measured.heapBytes());
    boolean threads = thresholds.isThreadsExceeded(measured.threads());
    List<Finding> findings =
        heap || threads ? Findings.of(name, measured, false, explanation) : List.of();
    return findings.isEmpty()
        ? check(Verdict.INCONCLUSIVE, undecidedReason(), findings)
        : check(Verdict.LEAK, null, findings);
  }

  private String undecidedReason() {
    String types =
        measured.growing().stream()
            .map(Growing::type)
            .map(GrowingType::type)
            .limit(TYPES_IN_REASON)
            .collect(Collectors.joining(", "));
    return "growth was neither proven nor refuted in "
        + measured.loops()
        + " loops ("
        + types
        + "); give it more "
        + missing();
  }

  private String missing() {
    return switch (measured.outcome()) {
      case OUT_OF_TIME -> "time (leak.budget)";
      case OUT_OF_ROOM -> "heap (-Xmx in leak.argLine)";
      default -> "rounds";
    };
  }

  private RepeatedCheck check(Verdict verdict, @Nullable String reason, List<Finding> findings) {
    SubjectResult subject =
        new SubjectResult(
            name,
            verdict,
            reason,
            measured.rounds(),
            measured.loops(),
            measured.heapBytes(),
            measured.threads(),
            millis);
    return new RepeatedCheck(subject, findings, notes(findings));
  }

  private List<String> notes(List<Finding> findings) {
    String problem = explanation.problem();
    if (problem == null && isUnheld(findings)) {
      problem =
          "nothing held more of it after the "
              + explanation.loops()
              + " loops between two heap dumps";
    }
    return problem == null
        ? List.of()
        : List.of("Who holds what leaks in " + name + " is not known: " + problem + ".");
  }

  private boolean isUnheld(List<Finding> findings) {
    return explanation.isOfDumps()
        && explanation.holders().isEmpty()
        && findings.stream().anyMatch(f -> f.kind() == Kind.HEAP && f.holder() == null);
  }
}
