package io.github.memoryleak.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.census.CensusLog;
import io.github.memoryleak.rounds.Measurement.Outcome;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void a_leak_a_cache_that_fills_and_a_group_that_grows_are_judged_and_leave_nothing() {
    CensusLog log = new CensusLog(Bench.MAX_ROUNDS + 1);
    assertThat(Rehearsal.play(log))
        .containsExactly(Outcome.LEAKING, Outcome.CLEAN, Outcome.GROWING);
    assertThat(log.size()).isZero();
  }
}
