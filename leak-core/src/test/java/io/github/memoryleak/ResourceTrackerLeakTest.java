package io.github.memoryleak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.Verdict;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tracker does not leak, and a tracker that does is caught. */
class ResourceTrackerLeakTest {
  private static final String SAMPLER = "io.github.memoryleak.Sampler resource-tracker-sampler-%d";

  @AfterEach
  void let_go_of_what_the_mutants_leaked() {
    TrackerMutant.cleanUp();
  }

  @ParameterizedTest
  @EnumSource
  void the_tracker_does_not_leak(TrackerScenario scenario) throws Exception {
    RepeatedCheck check = scenario.measure(TrackerUnderTest::new, Repeating.MAX_ROUNDS);
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.PASS);
    assertThat(check.findings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void the_tracker_passes_one_strict_comparison(TrackerScenario scenario) {
    MemoryLeakDetector detector = strict();
    boolean leaked = scenario.compare(detector, TrackerUnderTest::new);
    assertThat(leaked).as(detector.lastCheck().toString()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"THREAD_STAYS", "SECOND_THREAD"})
  void a_mutant_that_leaves_a_thread_fails_one_strict_comparison(TrackerMutant mutant) {
    MemoryLeakDetector detector = strict();
    assertThat(mutant.compare(detector)).isTrue();
    assertThat(detector.lastCheck().toString().lines().findFirst())
        .contains("THREAD LEAK DETECTED in %s: 3 threads leaked".formatted(mutant.scenario()));
  }

  @Test
  void each_scenario_has_a_mutant() {
    assertThat(Arrays.stream(TrackerMutant.values()).map(TrackerMutant::scenario))
        .containsExactlyInAnyOrder(TrackerScenario.values());
  }

  @ParameterizedTest
  @CsvSource({
    "SAMPLES_IN_LIST,  100, io.github.memoryleak.ResourceSample",
    "LISTENER_STAYS,    10, io.github.memoryleak.TrackerMutant$ListenerPerRead$Listener",
    "OLD_SAMPLES_STAY,   1, io.github.memoryleak.ResourceSample",
    "TRENDS_CACHED,     50, io.github.memoryleak.ResourceTrend",
  })
  void a_mutant_that_keeps_objects_is_caught_by_their_class(
      TrackerMutant mutant, double perLoop, String type) throws Exception {
    RepeatedCheck check = mutant.measure();
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.LEAK);
    assertThat(check.findings())
        .extracting(Finding::kind, Finding::type, Finding::countPerLoop)
        .containsExactly(tuple(Kind.HEAP, type, perLoop));
  }

  @Test
  void a_mutant_whose_mbean_stays_is_caught_by_it() throws Exception {
    RepeatedCheck check = TrackerMutant.MBEAN_STAYS.measure();
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.LEAK);
    assertThat(check.findings().get(0).growing())
        .extracting(GrowingType::type, GrowingType::countPerLoop)
        .contains(tuple("io.github.memoryleak.TrackerMBean", 1.0));
  }

  @Test
  void a_mutant_that_forgets_a_resource_is_caught_by_the_note_of_it() throws Exception {
    RepeatedCheck check = TrackerMutant.RESOURCE_STAYS.measure();
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.LEAK);
    assertThat(check.findings().get(0).growing())
        .extracting(GrowingType::type, GrowingType::countPerLoop)
        .contains(tuple("io.github.memoryleak.ResourceScope$Unclosed", 1.0));
  }

  @Test
  void a_mutant_that_registers_its_trackers_is_caught_by_all_their_parts() throws Exception {
    RepeatedCheck check = TrackerMutant.STATIC_REGISTRY.measure();
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.LEAK);
    assertThat(check.findings()).hasSize(1);
    assertThat(check.findings().get(0).growing())
        .extracting(GrowingType::type, GrowingType::countPerLoop)
        .contains(
            tuple("io.github.memoryleak.TrackerMutant$Registered", 50.0),
            tuple("io.github.memoryleak.ResourceTracker", 50.0),
            tuple("io.github.memoryleak.SampleRing", 50.0),
            tuple("io.github.memoryleak.OperationCounter", 100.0));
  }

  @ParameterizedTest
  @EnumSource(names = {"THREAD_STAYS", "SECOND_THREAD"})
  void a_mutant_that_leaves_a_thread_is_caught_by_its_name(TrackerMutant mutant) throws Exception {
    RepeatedCheck check = mutant.measure();
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.LEAK);
    assertThat(check.findings())
        .extracting(Finding::kind, Finding::type, Finding::countPerLoop)
        .containsExactly(tuple(Kind.THREAD, SAMPLER, 1.0));
    assertThat(check.toString().lines().findFirst())
        .contains(
            "THREAD LEAK DETECTED in %s: %d threads leaked"
                .formatted(mutant.scenario(), check.subject().loops()));
  }

  private static MemoryLeakDetector strict() {
    return MemoryLeakDetector.builder()
        .strict()
        .heapGrowthBytes(64 << 10)
        .settle(Duration.ofMillis(500))
        .printTo(new PrintStream(OutputStream.nullOutputStream()))
        .build();
  }
}
