package io.github.memoryleak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.explain.Explanation;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.growth.Trend;
import io.github.memoryleak.rounds.Measurement.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final String TYPE = "java.util.Date";

  @Test
  void a_clean_measurement_passes_with_its_numbers() {
    RepeatedCheck check =
        judge(new Measured(Outcome.CLEAN).heap(10_000_000, 99_000_000).threads(14, 99));
    assertThat(check.findings()).isEmpty();
    assertThat(check.subject())
        .isEqualTo(
            new SubjectResult(
                "add",
                Verdict.PASS,
                null,
                5,
                100,
                new Change(10_000_000, 99_000_000),
                new Change(14, 99),
                1234));
  }

  @Test
  void proven_growth_is_a_leak_however_small_the_level() {
    RepeatedCheck check = judge(new Measured(Outcome.LEAKING).type(TYPE, 1, 16));
    assertThat(check.verdict()).isEqualTo(Verdict.LEAK);
    assertThat(check.subject().reason()).isNull();
    assertThat(check.findings()).extracting(Finding::type).containsExactly(TYPE);
  }

  @Test
  void a_leak_that_nothing_held_when_it_was_looked_for_says_so() {
    Explanation unheld = new Explanation(List.of(), List.of(), 24, null);
    RepeatedCheck check =
        Judge.judge(
            "add",
            new Judge.Evidenced(new Measured(Outcome.LEAKING).type(TYPE, 1, 16).build(), unheld),
            LeakThresholds.normal(),
            1234);
    assertThat(check.verdict()).isEqualTo(Verdict.LEAK);
    assertThat(check.notes())
        .containsExactly(
            "Who holds what leaks in add is not known: nothing held more of it after the 24 loops"
                + " between two heap dumps.");
  }

  @ParameterizedTest
  @CsvSource({"15, LEAK", "16, PASS", "17, PASS"})
  void proven_growth_of_the_heap_is_tolerated_up_to_its_limit(long perLoop, Verdict verdict) {
    LeakThresholds limits = new LeakThresholds(0.2, 0, 0, perLoop, 0);
    assertThat(judge(new Measured(Outcome.LEAKING).type(TYPE, 1, 16), limits).verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"0, LEAK", "0.9, LEAK", "1, PASS"})
  void proven_growth_of_threads_is_tolerated_up_to_its_limit(double perLoop, Verdict verdict) {
    LeakThresholds limits = new LeakThresholds(0.2, 0, 0, 0, perLoop);
    Measured threads =
        new Measured(Outcome.LEAKING).thread("poller-%d", 1, "com.acme.Poller.run(Poller.java:1)");
    assertThat(judge(threads, limits).verdict()).isEqualTo(verdict);
  }

  @Test
  void a_finding_within_its_limit_is_not_told_beside_one_over_its() {
    LeakThresholds limits = new LeakThresholds(0.2, 0, 0, 0, 1.5);
    Measured threads =
        new Measured(Outcome.LEAKING)
            .thread("poller-%d", 1, "com.acme.Poller.run(Poller.java:1)")
            .thread("timer-%d", 2, "com.acme.Timer.run(Timer.java:1)");
    RepeatedCheck check = judge(threads, limits);
    assertThat(check.verdict()).isEqualTo(Verdict.LEAK);
    assertThat(check.findings())
        .extracting(Finding::type)
        .containsExactly("java.lang.Thread timer-%d");
  }

  @Test
  void undecided_growth_within_the_thresholds_is_inconclusive_with_the_reason() {
    RepeatedCheck check =
        judge(
            new Measured(Outcome.UNDECIDED)
                .type("com.acme.Cart", Trend.UNSTEADY, 0.8, 30)
                .type("byte[]", Trend.UNSTEADY, 0.8, 30));
    assertThat(check.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(check.findings()).isEmpty();
    assertThat(check)
        .hasToString(
            "INCONCLUSIVE add: growth was neither proven nor refuted in 100 loops"
                + " (com.acme.Cart, byte[]); give it more rounds");
  }

  @Test
  void growth_that_is_not_clear_when_the_time_is_up_is_inconclusive_and_asks_for_more_time() {
    RepeatedCheck check =
        judge(new Measured(Outcome.OUT_OF_TIME).type("com.acme.Cart", Trend.UNSTEADY, 0.8, 30));
    assertThat(check.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(check)
        .hasToString(
            "INCONCLUSIVE add: growth was neither proven nor refuted in 100 loops"
                + " (com.acme.Cart); give it more time (leak.budget)");
  }

  @Test
  void growth_that_is_not_clear_when_the_heap_is_full_is_inconclusive_and_asks_for_more_of_it() {
    RepeatedCheck check =
        judge(new Measured(Outcome.OUT_OF_ROOM).type("com.acme.Cart", Trend.SLOWING, 0.8, 30));
    assertThat(check.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(check)
        .hasToString(
            "INCONCLUSIVE add: growth was neither proven nor refuted in 100 loops"
                + " (com.acme.Cart); give it more heap (-Xmx in leak.argLine)");
  }

  @Test
  void a_reason_names_a_few_types_only() {
    Measured measured = new Measured(Outcome.UNDECIDED);
    for (char c = 'A'; c <= 'Z'; c++) {
      measured.type("com.acme." + c, Trend.UNSTEADY, 1, 16);
    }
    assertThat(judge(measured).subject().reason())
        .isEqualTo(
            "growth was neither proven nor refuted in 100 loops"
                + " (com.acme.A, com.acme.B, com.acme.C); give it more rounds");
  }

  @Test
  void undecided_growth_of_the_heap_over_both_thresholds_is_a_leak() {
    RepeatedCheck check =
        judge(
            new Measured(Outcome.UNDECIDED)
                .heap(10_000_000, 13_000_000)
                .type(TYPE, Trend.UNSTEADY, 0.8, 30_000));
    assertThat(check.verdict()).isEqualTo(Verdict.LEAK);
    assertThat(check.findings()).extracting(Finding::type).containsExactly(TYPE);
  }

  @Test
  void undecided_growth_of_threads_over_the_threshold_is_a_leak() {
    RepeatedCheck check =
        judge(
            new Measured(Outcome.UNDECIDED)
                .threads(14, 17)
                .thread("poller-%d", 0.03, "com.acme.Poller.run(Poller.java:1)"));
    assertThat(check.verdict()).isEqualTo(Verdict.LEAK);
    assertThat(check.findings()).extracting(Finding::kind).containsExactly(Kind.THREAD);
  }

  /** A leak always names something. */
  @Test
  void a_pool_that_ramps_up_over_the_threshold_is_inconclusive() {
    RepeatedCheck check =
        judge(
            new Measured(Outcome.UNDECIDED)
                .threads(14, 17)
                .thread(
                    "pool-%d-thread-%d",
                    0.03,
                    "java.util.concurrent.ThreadPoolExecutor.getTask(ThreadPoolExecutor.java:1)"));
    assertThat(check.findings()).isEmpty();
    assertThat(check)
        .hasToString(
            "INCONCLUSIVE add: growth was neither proven nor refuted in 100 loops"
                + " (java.lang.Thread pool-%d-thread-%d); give it more rounds");
  }

  @Test
  void a_control_that_was_not_counted_is_inconclusive_whatever_else_was_seen() {
    RepeatedCheck check =
        judge(new Measured(Outcome.CONTROL_FAILED).heap(1, 1L << 40).type(TYPE, 1, 16));
    assertThat(check.findings()).isEmpty();
    assertThat(check)
        .hasToString(
            "INCONCLUSIVE add: the objects planted as a control were not counted exactly, so a leak"
                + " could be missed");
  }

  private static RepeatedCheck judge(Measured measured) {
    return judge(measured, LeakThresholds.normal());
  }

  private static RepeatedCheck judge(Measured measured, LeakThresholds limits) {
    return Judge.judge(
        "add", new Judge.Evidenced(measured.build(), Explanation.NONE), limits, 1234);
  }

  @Test
  void a_leak_that_could_not_be_explained_says_why() {
    Measured measured = new Measured(Outcome.LEAKING).type("com.acme.Session", 1, 24);
    RepeatedCheck check =
        Judge.judge(
            "add",
            new Judge.Evidenced(measured.build(), Explanation.failed("the disk is full")),
            LeakThresholds.normal(),
            1234);
    assertThat(check.notes())
        .containsExactly("Who holds what leaks in add is not known: the disk is full.");
  }
}
