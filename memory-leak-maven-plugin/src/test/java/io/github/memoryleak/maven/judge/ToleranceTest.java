package io.github.memoryleak.maven.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.LeakThresholds;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.LeakReport.Environment;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.finding.State;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToleranceTest {
  private static final String SUBJECT = "acme.T#leaks";
  private static final Finding HEAP = finding(Kind.HEAP, "acme.Session", 1, 24);
  private static final Finding THREADS = finding(Kind.THREAD, "java.lang.Thread pool-*", 2, 0);

  private static Finding finding(Kind kind, String type, double count, long bytes) {
    return new Finding(
        kind,
        SUBJECT,
        type,
        count,
        bytes,
        null,
        null,
        List.of(),
        List.of(),
        State.HELD,
        Owner.APPLICATION,
        "5f2c",
        Status.NEW,
        List.of(),
        List.of());
  }

  private static LeakReport report(Verdict verdict, List<Finding> findings, List<String> notes) {
    return new LeakReport(
        verdict,
        new Environment("17", "jvm", "G1", "2026-11-23T00:00:00Z", 1),
        List.of(
            new SubjectResult(
                SUBJECT, verdict, null, 6, 63, new Change(1, 1), new Change(1, 1), 1)),
        findings,
        List.of(),
        notes);
  }

  private static Tolerance tolerance(long bytes, double threads) {
    return new Tolerance(new LeakThresholds(0.2, 0, 2, bytes, threads));
  }

  @Test
  void by_default_no_proven_growth_is_tolerated() {
    LeakReport report = report(Verdict.LEAK, List.of(HEAP, THREADS), List.of());
    assertThat(new Tolerance(LeakThresholds.permissive()).apply(report)).isEqualTo(report);
  }

  @Test
  void growth_up_to_the_limit_is_tolerated_with_a_note() {
    assertThat(tolerance(24, 0).apply(report(Verdict.LEAK, List.of(HEAP), List.of())))
        .isEqualTo(
            report(
                Verdict.PASS,
                List.of(),
                List.of(
                    "Tolerated by the thresholds: acme.Session in acme.T#leaks grows by 24 B per"
                        + " loop.")));
  }

  @Test
  void what_is_over_its_limit_still_leaks() {
    assertThat(tolerance(23, 2).apply(report(Verdict.LEAK, List.of(HEAP, THREADS), List.of())))
        .isEqualTo(
            report(
                Verdict.LEAK,
                List.of(HEAP),
                List.of(
                    "Tolerated by the thresholds: java.lang.Thread pool-* in acme.T#leaks grows by"
                        + " 2 threads per loop.")));
  }
}
