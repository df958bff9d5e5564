package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LateClosingTest {
  private static final Duration PATIENCE = Duration.ofMillis(20);
  private static final int LEVEL = 3;

  private final LateClosing late = new LateClosing(this::count, this::count);
  private int open;
  private int readings;
  private int closedAtReading = Integer.MAX_VALUE;

  private long count() {
    readings++;
    return readings >= closedAtReading ? LEVEL : open;
  }

  @BeforeEach
  void a_round_whose_waits_change_nothing() {
    open = 7;
    roundEnds();
    assertThat(readings).isGreaterThan(2 * (int) PATIENCE.toMillis());
  }

  private void roundEnds() {
    readings = 0;
    late.roundEnds(LEVEL);
    late.await(PATIENCE);
    late.await(PATIENCE);
  }

  @Test
  void waits_of_the_next_rounds_are_saved() {
    roundEnds();
    assertThat(readings).isEqualTo(2);
    roundEnds();
    assertThat(readings).isEqualTo(2);
  }

  @Test
  void another_subject_is_waited_for() {
    late.saveNothing();
    roundEnds();
    assertThat(readings).isGreaterThan(2 * (int) PATIENCE.toMillis());
  }

  @Test
  void what_was_saved_in_the_latest_round_is_made_up_for_once() {
    roundEnds();
    roundEnds();
    late.makeUp();
    assertThat(readings).isGreaterThan(2 + 2 * (int) PATIENCE.toMillis());
    readings = 0;
    late.makeUp();
    assertThat(readings).isLessThan((int) PATIENCE.toMillis());
  }

  @Test
  void what_falls_before_a_verdict_is_waited_for_again() {
    roundEnds();
    closedAtReading = 10;
    late.makeUp();
    assertThat(readings).isEqualTo(11);
    assertThat(late.await(PATIENCE)).isEqualTo(LEVEL);
    closedAtReading = Integer.MAX_VALUE;
    roundEnds();
    assertThat(readings).isGreaterThan(2 * (int) PATIENCE.toMillis());
  }

  @Test
  void what_falls_between_two_looks_is_waited_for_again() {
    readings = 0;
    late.roundEnds(LEVEL);
    assertThat(late.await(PATIENCE)).isEqualTo(7);
    assertThat(readings).isEqualTo(1);
    open = 6;
    closedAtReading = 10;
    assertThat(late.await(PATIENCE)).isEqualTo(LEVEL);
    assertThat(readings).isEqualTo(11);
  }

  @Test
  void where_it_falls_in_each_round_it_is_waited_for_in_each() {
    late.saveNothing();
    closedAtReading = 10;
    for (int round = 0; round < 3; round++) {
      readings = 0;
      late.roundEnds(LEVEL);
      assertThat(late.await(PATIENCE)).isEqualTo(LEVEL);
      assertThat(readings).isEqualTo(11);
    }
  }

  @Test
  void where_nothing_more_is_open_nothing_is_saved_later() {
    late.saveNothing();
    open = LEVEL;
    roundEnds();
    open = 7;
    roundEnds();
    assertThat(readings).isGreaterThan(2 * (int) PATIENCE.toMillis());
  }
}
