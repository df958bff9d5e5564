package io.github.memoryleak.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.census.CensusLog;
import io.github.memoryleak.rounds.Measurement.Outcome;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Judges made-up censuses: in real ones another test of this JVM may leave something behind. */
class OutlookTest {
  private static final long BYTES = 16;

  private final CensusLog log = new CensusLog(10);
  private final RoundSizes sizes = new RoundSizes(log, plan(Duration.ZERO));
  private final Outlook outlook = outlook(Duration.ZERO);

  @Test
  void a_single_cheap_loop_without_growth_is_not_clean_though_the_time_is_up() {
    begin(TimeUnit.MILLISECONDS.toNanos(1));
    round(7);
    assertThat(outlook.outcome()).isNull();
    round(7);
    assertThat(outlook.outcome()).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void a_single_dear_loop_without_growth_is_clean() {
    begin(TimeUnit.SECONDS.toNanos(1));
    round(7);
    assertThat(outlook.outcome()).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void steady_growth_is_told_in_loops() {
    begin(TimeUnit.MILLISECONDS.toNanos(1));
    assertThat(outlook.steadyGrowth()).isZero();
    round(10);
    round(13);
    assertThat(outlook.steadyGrowth()).isZero();
    round(16);
    assertThat(outlook.steadyGrowth()).isEqualTo(3);
    log.dropLast();
    log.addMadeUp(OutlookTest.class, 13, 13 * BYTES);
    assertThat(outlook.steadyGrowth()).isZero();
  }

  @Test
  void what_has_grown_steadily_has_to_be_level_in_two_rounds() {
    Outlook patient = outlook(Duration.ofMinutes(1));
    begin(TimeUnit.MILLISECONDS.toNanos(1));
    patient.begin();
    for (int i = 8; i <= 10; i++) {
      round(i);
      assertThat(patient.outcome()).isNull();
    }
    round(10);
    assertThat(patient.outcome()).isNull();
    round(10);
    assertThat(patient.outcome()).isEqualTo(Outcome.CLEAN);
  }

  /** Rates of few loops are told from noise by nobody, and there is no room for more. */
  @Test
  void growth_that_gets_slower_is_not_clean_when_it_has_filled_the_heap() {
    Outlook patient = outlook(Duration.ofMinutes(1));
    begin(TimeUnit.MILLISECONDS.toNanos(1));
    patient.begin();
    round(7_000_000);
    assertThat(patient.outcome()).isNull();
    round(11_500_000);
    assertThat(patient.outcome()).isNull();
    round(14_300_000);
    assertThat(patient.outcome()).isEqualTo(Outcome.OUT_OF_ROOM);
  }

  /** A single array that is let go can hide what a text has grown by. */
  @Test
  void a_round_that_freed_much_memory_is_not_clean_however_few_objects_had_it() {
    Outlook patient = outlook(Duration.ofMinutes(1));
    begin(TimeUnit.MILLISECONDS.toNanos(1));
    patient.begin();
    log.dropLast();
    log.addMadeUp(OutlookTest.class, 7, 200_000);
    for (int i = 0; i < 3; i++) {
      round(7, 200_000);
      assertThat(patient.outcome()).isNull();
    }
    round(7, 190_000);
    assertThat(patient.outcome()).isNull();
    round(7, 190_000);
    assertThat(patient.outcome()).isEqualTo(Outcome.CLEAN);
  }

  private Outlook outlook(Duration budget) {
    return new Outlook(log, sizes, key -> false, plan(budget));
  }

  private static RoundPlan plan(Duration budget) {
    return new RoundPlan(false, 0, 0, 1, 9, 4, Duration.ofSeconds(1), budget, FrameworkGrowth.NONE);
  }

  private void begin(long loopNanos) {
    sizes.noteDuration(loopNanos);
    log.addMadeUp(OutlookTest.class, 7, 7 * BYTES);
    outlook.begin();
  }

  private void round(long instances) {
    round(instances, instances * BYTES);
  }

  private void round(long instances, long bytes) {
    sizes.add(1);
    log.addMadeUp(OutlookTest.class, instances, bytes);
  }
}
