package io.github.memoryleak.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class ThreadWatchTest {
  private static final Duration PATIENCE = Duration.ofMillis(400);

  private int readings;

  /** True from one reading on; each takes a while. */
  private BooleanSupplier trueAt(int reading, long millis) {
    return () -> {
      ThreadWatch.pause(millis);
      return ++readings >= reading;
    };
  }

  @Test
  void what_is_reached_at_once_is_not_waited_for() {
    assertThat(ThreadWatch.await(trueAt(1, 0), Duration.ofHours(1))).isTrue();
    assertThat(readings).isEqualTo(1);
  }

  @Test
  void what_is_reached_later_ends_the_waiting() {
    assertThat(ThreadWatch.await(trueAt(5, 0), Duration.ofHours(1))).isTrue();
    assertThat(readings).isEqualTo(5);
  }

  @Test
  void on_a_machine_that_stands_still_turns_count_and_not_time_alone() {
    assertThat(ThreadWatch.await(trueAt(8, 200), PATIENCE)).isTrue();
  }

  @Test
  void what_is_never_reached_is_told_in_the_end() {
    assertThat(ThreadWatch.await(() -> false, PATIENCE)).isFalse();
  }

  @Test
  void whoever_is_interrupted_waits_no_longer() {
    Thread.currentThread().interrupt();
    assertThat(ThreadWatch.await(() -> false, Duration.ofHours(1))).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }
}
