package io.github.memoryleak.maven.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.LeakReport.Environment;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.Problem.Type;
import io.github.memoryleak.finding.State;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.maven.judge.Decision.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Gate STRICT = new Gate(true, true, false, List.of("target/r.json"));
  private static final Gate RELAXED = new Gate(false, false, true, List.of("target/r.json"));
  private static final Environment JVM =
      new Environment("17", "jvm", "G1", "2026-11-23T00:00:00Z", 1);
  private static final Problem FAILED =
      new Problem("acme.T#red", Type.TEST_FAILED, "failed: expected 1", List.of());
  private static final Problem HUNG =
      new Problem("acme.T#hangs", Type.HUNG, "did not end within 10m (leak.timeout)", List.of());

  private static SubjectResult subject(String name, Verdict verdict) {
    return new SubjectResult(name, verdict, null, 6, 63, new Change(1, 1), new Change(1, 1), 1);
  }

  private static Finding finding(Kind kind, String type, double count, long bytes) {
    return new Finding(
        kind,
        "acme.T#leaks",
        type,
        count,
        bytes,
        null,
        null,
        kind == Kind.HEAP ? "static acme.Sessions.ACTIVE" : null,
        List.of(),
        List.of(),
        State.HELD,
        Owner.APPLICATION,
        "5f2c",
        Status.NEW,
        List.of(),
        List.of());
  }

  private static LeakReport report(
      Verdict verdict, List<Finding> findings, List<Problem> problems) {
    List<SubjectResult> subjects =
        List.of(
            subject("acme.T#clean", Verdict.PASS),
            subject("acme.T#leaks", findings.isEmpty() ? Verdict.PASS : Verdict.LEAK));
    return new LeakReport(verdict, JVM, subjects, findings, problems, List.of());
  }

  private static LeakReport leak(Problem... problems) {
    return report(
        Verdict.LEAK,
        List.of(
            finding(Kind.HEAP, "acme.Session", 1, 4301),
            finding(Kind.THREAD, "java.lang.Thread pool-*", 2, 0)),
        List.of(problems));
  }

  @Test
  void a_leak_that_two_tests_show_is_one() {
    Finding first = finding(Kind.HEAP, "acme.Session", 1, 4301);
    Finding second = first.toBuilder().subject("acme.T#leaks_as_well").build();
    assertThat(STRICT.judge(report(Verdict.LEAK, List.of(first, second), List.of())))
        .isEqualTo(
            new Decision(
                Outcome.FAILURE,
                """
                LEAK: 1 leak in 1 of 2 subjects
                  HEAP acme.Session in acme.T#leaks and 1 more: +1 instance, +4.20 KB per loop, held by static acme.Sessions.ACTIVE
                To report leaks without failing the build: -Dleak.failOnLeak=false
                Reports: target/r.json"""));
  }

  @Test
  void a_clean_report_lets_the_build_go_on() {
    assertThat(STRICT.judge(report(Verdict.PASS, List.of(), List.of())))
        .isEqualTo(new Decision(Outcome.GO_ON, ""));
  }

  @Test
  void a_leak_fails_the_build_with_numbers_holders_and_what_to_do() {
    assertThat(STRICT.judge(leak()))
        .isEqualTo(
            new Decision(
                Outcome.FAILURE,
                """
                LEAK: 2 leaks in 1 of 2 subjects
                  HEAP acme.Session in acme.T#leaks: +1 instance, +4.20 KB per loop, held by static acme.Sessions.ACTIVE
                  THREAD java.lang.Thread pool-* in acme.T#leaks: +2 threads per loop
                To report leaks without failing the build: -Dleak.failOnLeak=false
                Reports: target/r.json"""));
  }

  @Test
  void relaxed_a_leak_is_a_warning() {
    assertThat(RELAXED.judge(leak()))
        .isEqualTo(
            new Decision(
                Outcome.WARN,
                """
                LEAK: 2 leaks in 1 of 2 subjects
                  HEAP acme.Session in acme.T#leaks: +1 instance, +4.20 KB per loop, held by static acme.Sessions.ACTIVE
                  THREAD java.lang.Thread pool-* in acme.T#leaks: +2 threads per loop
                Reports: target/r.json"""));
  }

  @Test
  void more_than_five_leaks_are_counted() {
    Finding leak = finding(Kind.THREAD, "x", 1, 0);
    List<Finding> findings =
        IntStream.range(0, 7)
            .mapToObj(i -> leak.toBuilder().fingerprint("5f2" + i).build())
            .toList();
    LeakReport many = report(Verdict.LEAK, findings, List.of());
    assertThat(STRICT.judge(many).message())
        .isEqualTo(
            "LEAK: 7 leaks in 1 of 2 subjects\n"
                + "  THREAD x in acme.T#leaks: +1 thread per loop\n".repeat(5)
                + "  ... and 2 more\n"
                + "To report leaks without failing the build: -Dleak.failOnLeak=false\n"
                + "Reports: target/r.json");
  }

  @Test
  void a_failing_test_is_told_as_the_tests_failure() {
    assertThat(STRICT.judge(report(Verdict.INCONCLUSIVE, List.of(), List.of(FAILED))))
        .isEqualTo(
            new Decision(
                Outcome.FAILURE,
                """
                1 test fails when run once: mend the tests before leaks can be told
                  acme.T#red: failed: expected 1
                Reports: target/r.json"""));
  }

  @Test
  void ignored_test_failures_are_a_warning() {
    assertThat(RELAXED.judge(report(Verdict.INCONCLUSIVE, List.of(), List.of(FAILED))).outcome())
        .isEqualTo(Outcome.WARN);
  }

  @Test
  void what_could_not_be_measured_is_an_error_with_what_to_do() {
    assertThat(STRICT.judge(report(Verdict.INCONCLUSIVE, List.of(), List.of(HUNG))))
        .isEqualTo(
            new Decision(
                Outcome.ERROR,
                """
                INCONCLUSIVE: 1 subject could not be measured
                  acme.T#hangs: did not end within 10m (leak.timeout)
                To go on without an answer for these: -Dleak.failOnInconclusive=false
                Reports: target/r.json"""));
  }

  @Test
  void a_leak_outweighs_what_could_not_be_measured() {
    Decision decision = STRICT.judge(leak(HUNG, FAILED));
    assertThat(decision.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(decision.message().lines().filter(line -> !line.startsWith(" ")))
        .containsExactly(
            "LEAK: 2 leaks in 1 of 2 subjects",
            "To report leaks without failing the build: -Dleak.failOnLeak=false",
            "1 test fails when run once: mend the tests before leaks can be told",
            "INCONCLUSIVE: 1 subject could not be measured",
            "To go on without an answer for these: -Dleak.failOnInconclusive=false",
            "Reports: target/r.json");
  }

  @Test
  void an_inconclusive_report_without_problems_is_an_error_too() {
    LeakReport report =
        new LeakReport(
            Verdict.INCONCLUSIVE,
            JVM,
            List.of(
                new SubjectResult(
                    "acme.T#odd",
                    Verdict.INCONCLUSIVE,
                    "The planted objects were not counted.",
                    6,
                    63,
                    new Change(1, 1),
                    new Change(1, 1),
                    1)),
            List.of(),
            List.of(),
            List.of());
    assertThat(STRICT.judge(report))
        .isEqualTo(
            new Decision(
                Outcome.ERROR,
                """
                INCONCLUSIVE: the measurement has no clear answer
                  acme.T#odd: The planted objects were not counted.
                To go on without an answer for these: -Dleak.failOnInconclusive=false
                Reports: target/r.json"""));
  }
}
