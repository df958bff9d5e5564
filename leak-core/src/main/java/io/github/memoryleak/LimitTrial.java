package io.github.memoryleak;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.judge.Limits;
import io.github.memoryleak.rounds.Measurement;
import io.github.memoryleak.rounds.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs on beyond what may be the limit of a cache, and looks whether what grew still grows. A leak
 * does not care for the number; a cache has stopped.
 */
final class LimitTrial {
  private final Operation operation;
  private final Screen screen;
  private final Limits limits;
  private final long loopNanos;

  /** Measures until nothing grows, or something grew in most rounds. */
  interface Screen {
    Measurement after(long loops) throws Exception;
  }

  LimitTrial(Operation operation, Screen screen, Limits limits, long loopNanos) {
    this.operation = operation;
    this.screen = screen;
    this.limits = limits;
    this.loopNanos = loopNanos;
  }

  /**
   * {@return the check, without what has stopped growing, and without what nobody was seen to hold
   * and stopped as well: the table of a map, for instance}
   */
  RepeatedCheck of(RepeatedCheck check) throws Exception {
    Map<Finding, Limits.Try> tries = new LinkedHashMap<>();
    for (Finding finding : check.findings()) {
      limits.worthTrying(finding, loopNanos).ifPresent(t -> tries.put(finding, t));
    }
    if (tries.isEmpty()) {
      return check;
    }
    long loops = tries.values().stream().mapToLong(Limits.Try::loops).max().orElse(0);
    for (long i = 0; i < loops; i++) {
      operation.run();
    }
    Measurement again = screen.after(loops);
    tries.keySet().removeIf(finding -> grows(again, finding));
    return without(check, tries, again);
  }

  private static boolean grows(Measurement again, Finding finding) {
    return again.growing().stream().anyMatch(g -> g.type().type().equals(finding.type()));
  }

  private static RepeatedCheck without(
      RepeatedCheck check, Map<Finding, Limits.Try> stopped, Measurement again) {
    List<Finding> left =
        check.findings().stream()
            .filter(f -> !stopped.containsKey(f))
            .filter(f -> f.holder() != null || stopped.isEmpty() || grows(again, f))
            .toList();
    SubjectResult subject = left.isEmpty() ? passed(check.subject()) : check.subject();
    RepeatedCheck result = new RepeatedCheck(subject, left, check.notes());
    for (Map.Entry<Finding, Limits.Try> e : stopped.entrySet()) {
      result = result.withNote(Limits.note(e.getKey(), reached(e.getValue())));
    }
    return result;
  }

  private static String reached(Limits.Try tried) {
    return "it stopped when "
        + tried.bound().place()
        + " was reached, which is "
        + tried.bound().limit();
  }

  private static SubjectResult passed(SubjectResult s) {
    return new SubjectResult(
        s.name(),
        Verdict.PASS,
        null,
        s.rounds(),
        s.loops(),
        s.heapBytes(),
        s.threads(),
        s.millis());
  }
}
