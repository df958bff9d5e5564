package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class FallingTest {
  private static final Duration SHORT = Duration.ofMillis(5);

  private int readings;

  /** A number that falls from five to two when it is read so often. */
  private LongSupplier fallsAt(int reading, Duration each) {
    return () -> {
      LockSupport.parkNanos(each.toNanos());
      readings++;
      return readings < reading ? 5 : 2;
    };
  }

  @Test
  void what_is_at_the_level_is_read_once() {
    assertThat(Falling.to(2, fallsAt(1, Duration.ZERO), Duration.ofHours(1))).isEqualTo(2);
    assertThat(readings).isEqualTo(1);
  }

  @Test
  void what_falls_ends_the_waiting() {
    assertThat(Falling.to(2, fallsAt(7, Duration.ZERO), Duration.ofHours(1))).isEqualTo(2);
    assertThat(readings).isEqualTo(7);
  }

  @Test
  void on_a_busy_machine_turns_count_and_not_time_alone() {
    assertThat(Falling.to(2, fallsAt(40, SHORT), Duration.ofMillis(50))).isEqualTo(2);
  }

  @Test
  void without_patience_it_is_read_once() {
    assertThat(Falling.to(2, fallsAt(2, Duration.ZERO), Duration.ZERO)).isEqualTo(5);
    assertThat(readings).isEqualTo(1);
  }

  @Test
  void what_stays_is_told_in_the_end() {
    assertThat(Falling.to(2, fallsAt(100_000, Duration.ZERO), SHORT)).isEqualTo(5);
  }
}
