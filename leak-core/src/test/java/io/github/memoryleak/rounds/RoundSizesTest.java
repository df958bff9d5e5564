package io.github.memoryleak.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RoundSizesTest {
  private final Bench bench = new Bench(10);

  @Test
  void
      a_cheap_subject_begins_with_the_loops_of_the_plan_and_doubles_to_an_eighth_of_the_evidence() {
    assertThat(rounds(sizes(10, Duration.ofMillis(2)), 6)).containsExactly(8, 16, 32, 64, 118, 111);
  }

  @Test
  void level_rounds_differ_a_little_so_that_no_cycle_fits_them() {
    RoundSizes sizes = sizes(20, Duration.ofMillis(2));
    assertThat(rounds(sizes, 9)).containsExactly(8, 16, 32, 64, 118, 111, 125, 118, 111);
    assertThat(sizes.isLevel()).isTrue();
  }

  @Test
  void a_subject_of_tens_of_milliseconds_begins_with_what_fits_into_a_moment() {
    assertThat(rounds(sizes(10, Duration.ofMillis(30)), 4)).containsExactly(4, 8, 16, 20);
  }

  @Test
  void where_the_first_loops_were_slow_by_chance_the_next_round_has_what_the_plan_says() {
    RoundSizes sizes = sizes(10, Duration.ofMillis(60));
    assertThat(rounds(sizes, 1)).containsExactly(2);
    sizes.noteDuration(TimeUnit.MILLISECONDS.toNanos(1));
    assertThat(sizes.next()).isEqualTo(8);
  }

  @Test
  void after_short_rounds_of_a_last_look_rounds_are_as_long_as_before() {
    RoundSizes sizes = sizes(10, Duration.ofMillis(1));
    assertThat(rounds(sizes, 4)).containsExactly(8, 16, 32, 64);
    sizes.add(2);
    bench.census().take();
    assertThat(sizes.next()).isEqualTo(64);
    sizes.add(64);
    bench.census().take();
    assertThat(sizes.next()).isEqualTo(125);
  }

  @Test
  void growth_in_number_is_evident_sooner() {
    RoundSizes sizes = sizes(10, Duration.ofMillis(10));
    assertThat(rounds(sizes, 5)).containsExactly(8, 16, 32, 42, 40);
    assertThat(sizes.isNumberEvident()).isFalse();
    rounds(sizes, 1);
    assertThat(sizes.totalLoops()).isEqualTo(176);
    assertThat(sizes.isNumberEvident()).isTrue();
    assertThat(sizes.isEvident()).isFalse();
  }

  @Test
  void growth_in_number_that_takes_much_memory_is_evident_sooner_still() {
    RoundSizes sizes = sizes(10, Duration.ofMillis(1));
    rounds(sizes, 6);
    assertThat(sizes.totalLoops()).isEqualTo(349);
    assertThat(sizes.isNumberEvident()).isFalse();
    byte[][] kept = new byte[33][1 << 20];
    bench.census().take();
    assertThat(sizes.isNumberEvident()).isTrue();
    assertThat(kept).hasDimensions(33, 1 << 20);
  }

  @Test
  void two_rounds_are_long_enough_when_they_have_the_loops_of_the_plan_or_take_a_second() {
    RoundSizes slow = sizes(10, Duration.ofMillis(60));
    rounds(slow, 2);
    assertThat(slow.totalLoops()).isEqualTo(6);
    assertThat(slow.isLongEnough()).isFalse();
    slow.noteDuration(TimeUnit.MILLISECONDS.toNanos(1));
    assertThat(slow.isLongEnough()).isFalse();
    rounds(slow, 1);
    assertThat(slow.isLongEnough()).isTrue();
    RoundSizes slower = sizes(10, Duration.ofMillis(200));
    rounds(slower, 2);
    assertThat(slower.totalLoops()).isEqualTo(6);
    assertThat(slower.isLongEnough()).isTrue();
  }

  @Test
  void a_dear_subject_has_rounds_of_a_single_loop() {
    RoundSizes sizes = sizes(10, Duration.ofSeconds(2));
    assertThat(rounds(sizes, 3)).containsExactly(1, 1, 1);
    assertThat(sizes.isDear()).isTrue();
  }

  @Test
  void rounds_are_level_when_three_had_about_the_same_loops() {
    RoundSizes sizes = sizes(10, Duration.ofMillis(2));
    rounds(sizes, 6);
    assertThat(sizes.isLevel()).isFalse();
    rounds(sizes, 1);
    assertThat(sizes.isLevel()).isTrue();
    assertThat(sizes.totalLoops()).isEqualTo(8 + 16 + 32 + 64 + 118 + 111 + 125);
  }

  @Test
  void rounds_stay_level_as_loops_become_faster_until_twice_as_many_are_wanted() {
    RoundSizes sizes = sizes(20, Duration.ofMillis(20));
    assertThat(rounds(sizes, 4)).containsExactly(6, 12, 24, 26);
    sizes.noteDuration(TimeUnit.MILLISECONDS.toNanos(8));
    assertThat(rounds(sizes, 2)).containsExactly(25, 24);
    assertThat(sizes.isLevel()).isTrue();
    sizes.noteDuration(TimeUnit.MILLISECONDS.toNanos(7));
    assertThat(rounds(sizes, 3)).containsExactly(48, 51, 48);
    assertThat(sizes.isLevel()).isTrue();
  }

  @Test
  void loops_that_become_dear_are_evidence_sooner_however_fast_the_first_was() {
    RoundSizes sizes = sizes(10, Duration.ofMillis(2));
    rounds(sizes, 5);
    assertThat(sizes.totalLoops()).isEqualTo(238);
    assertThat(sizes.isEvident()).isFalse();
    sizes.noteWork(238 * TimeUnit.MILLISECONDS.toNanos(17));
    assertThat(sizes.isEvident()).isFalse();
    sizes.noteWork(238 * TimeUnit.MILLISECONDS.toNanos(1));
    assertThat(sizes.isEvident()).isTrue();
  }

  @Test
  void the_last_round_is_the_last_of_the_plan() {
    RoundSizes sizes = sizes(2, Duration.ofMillis(5));
    rounds(sizes, 1);
    assertThat(sizes.isLast()).isFalse();
    rounds(sizes, 1);
    assertThat(sizes.isLast()).isTrue();
    assertThat(sizes.rounds()).isEqualTo(2);
  }

  @Test
  void a_first_round_that_takes_most_of_the_room_is_followed_by_short_ones() {
    RoundSizes sizes = sizes(10, Duration.ofMillis(5));
    List<byte[]> kept = new ArrayList<>();
    List<Integer> loops = new ArrayList<>();
    do {
      loops.add(sizes.next());
      for (int i = 0; i < loops.get(loops.size() - 1); i++) {
        kept.add(new byte[20 << 20]);
      }
      sizes.add(loops.get(loops.size() - 1));
      bench.census().take();
    } while (!sizes.isHeapFilling());
    assertThat(sizes.fits(8)).isFalse();
    assertThat(loops).containsExactly(8, 2, 1, 1);
    assertThat(kept).hasSize(12);
  }

  private RoundSizes sizes(int maxRounds, Duration loop) {
    RoundPlan plan =
        new RoundPlan(
            false,
            0,
            0,
            0,
            maxRounds,
            8,
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            FrameworkGrowth.NONE);
    RoundSizes sizes = new RoundSizes(bench.log(), plan);
    sizes.noteDuration(TimeUnit.HOURS.toNanos(1));
    sizes.noteDuration(loop.toNanos());
    bench.census().take();
    return sizes;
  }

  private List<Integer> rounds(RoundSizes sizes, int count) {
    List<Integer> loops = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      loops.add(sizes.next());
      sizes.add(loops.get(i));
      bench.census().take();
    }
    return loops;
  }
}
