package io.github.memoryleak.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final long HOUR_NANOS = 3_600_000_000_000L;

  @Property
  void a_dearer_loop_never_needs_more_loops(
      @ForAll @LongRange(max = HOUR_NANOS) long nanos,
      @ForAll @LongRange(max = HOUR_NANOS) long more) {
    Duration loop = Duration.ofNanos(nanos);
    Duration dearer = Duration.ofNanos(nanos + more);
    assertThat(Evidence.loops(dearer, 0)).isLessThanOrEqualTo(Evidence.loops(loop, 0));
    assertThat(Evidence.exactLoops(dearer, 0)).isLessThanOrEqualTo(Evidence.exactLoops(loop, 0));
  }

  @Property
  void threads_never_need_more_loops_than_the_heap(
      @ForAll @LongRange(max = HOUR_NANOS) long nanos) {
    Duration loop = Duration.ofNanos(nanos);
    assertThat(Evidence.exactLoops(loop, 0))
        .isPositive()
        .isLessThanOrEqualTo(Evidence.loops(loop, 0));
  }

  @Test
  void forty_cheap_loops_prove_no_leak_since_a_cache_may_be_filling() {
    assertThat(Evidence.loops(Duration.ofMillis(1), 0)).isGreaterThan(40);
    assertThat(Evidence.exactLoops(Duration.ofMillis(1), 0)).isGreaterThan(40);
  }

  @Test
  void a_loop_that_takes_no_time_needs_a_finite_number_of_loops() {
    assertThat(Evidence.loops(Duration.ZERO, 0))
        .isEqualTo(Evidence.loops(Duration.ofNanos(1), 0))
        .isBetween(100, 10_000);
  }

  @Test
  void one_loop_proves_nothing_however_long_it_takes() {
    assertThat(Evidence.loops(Duration.ofDays(1), 0)).isGreaterThan(3);
    assertThat(Evidence.exactLoops(Duration.ofDays(1), 0)).isGreaterThan(3);
  }

  @Test
  void a_dear_subject_is_not_looped_for_ever() {
    assertThat(Evidence.loops(Duration.ofMinutes(1), 0)).isLessThan(100);
  }

  @Property
  void what_was_seen_before_never_asks_for_more_loops(
      @ForAll @LongRange(max = HOUR_NANOS) long nanos, @ForAll @IntRange(max = 1000) int grown) {
    Duration loop = Duration.ofNanos(nanos);
    assertThat(Evidence.loops(loop, grown)).isLessThanOrEqualTo(Evidence.loops(loop, 0));
    assertThat(Evidence.loops(loop, grown)).isGreaterThan(3);
  }

  @Test
  void loops_in_which_a_slow_subject_was_seen_to_grow_count_as_evidence() {
    assertThat(Evidence.loops(Duration.ofSeconds(10), 0)).isEqualTo(14);
    assertThat(Evidence.loops(Duration.ofSeconds(10), 6)).isEqualTo(8);
    assertThat(Evidence.loops(Duration.ofSeconds(10), 60)).isEqualTo(5);
  }

  @Test
  void a_cheap_subject_gets_all_its_loops_whatever_was_seen_before() {
    assertThat(Evidence.loops(Duration.ofMillis(20), 60))
        .isEqualTo(Evidence.loops(Duration.ofMillis(20), 0));
  }

  @Test
  void a_few_loops_less_are_evidence_too_for_another_round_would_have_many() {
    assertThat(Evidence.isReached(999, 1000, Duration.ZERO)).isTrue();
    assertThat(Evidence.isReached(985, 1000, Duration.ZERO)).isTrue();
    assertThat(Evidence.isReached(984, 1000, Duration.ZERO)).isFalse();
    assertThat(Evidence.isReached(13, 14, Duration.ZERO)).isFalse();
  }

  @Test
  void loops_that_take_eight_times_as_long_get_a_fourth() {
    assertThat(Evidence.loops(Duration.ofMillis(2), 0)).isEqualTo(1000);
    assertThat(Evidence.loops(Duration.ofMillis(16), 0)).isEqualTo(250);
  }

  @Test
  void a_hundred_loops_are_run_as_long_as_they_take_ten_seconds() {
    assertThat(Evidence.loops(Duration.ofMillis(64), 0)).isEqualTo(100);
    assertThat(Evidence.loops(Duration.ofMillis(100), 0)).isEqualTo(100);
    assertThat(Evidence.loops(Duration.ofMillis(200), 0)).isEqualTo(50);
    assertThat(Evidence.loops(Duration.ofMillis(500), 0)).isEqualTo(20);
  }

  @Test
  void loops_that_a_leak_makes_slow_are_evidence_when_as_many_of_that_cost_would_be() {
    assertThat(Evidence.isReached(250, 1000, Duration.ofMillis(250 * 16))).isTrue();
    assertThat(Evidence.isReached(249, 1000, Duration.ofMillis(249 * 16))).isFalse();
    assertThat(Evidence.isReached(250, 1000, Duration.ofMillis(250 * 15))).isFalse();
    assertThat(Evidence.isReached(99, 1000, Duration.ofHours(1))).isFalse();
  }

  @Test
  void of_growth_in_number_as_many_loops_as_a_second_and_a_half_holds_are_enough() {
    assertThat(Evidence.numberLoops(Duration.ofMillis(1), 0)).isEqualTo(1000);
    assertThat(Evidence.numberLoops(Duration.ofNanos(1_500_000), 0)).isEqualTo(1000);
    assertThat(Evidence.numberLoops(Duration.ofMillis(3), 0)).isEqualTo(500);
    assertThat(Evidence.numberLoops(Duration.ofMillis(12), 0)).isEqualTo(125);
    assertThat(Evidence.numberLoops(Duration.ofMillis(15), 0)).isEqualTo(100);
    assertThat(Evidence.numberLoops(Duration.ofMillis(100), 0)).isEqualTo(100);
  }

  @Property
  void growth_in_number_never_needs_more_loops(
      @ForAll @LongRange(max = HOUR_NANOS) long nanos, @ForAll @IntRange(max = 1000) int grown) {
    Duration loop = Duration.ofNanos(nanos);
    assertThat(Evidence.numberLoops(loop, grown))
        .isGreaterThan(3)
        .isLessThanOrEqualTo(Evidence.loops(loop, grown));
  }

  @Test
  void growth_in_number_is_evident_when_a_hundred_loops_took_as_long() {
    assertThat(Evidence.isNumberReached(250, 1000, Duration.ofMillis(1500), 0)).isTrue();
    assertThat(Evidence.isNumberReached(250, 1000, Duration.ofMillis(1499), 0)).isFalse();
    assertThat(Evidence.isNumberReached(100, 1000, Duration.ofMillis(1500), 0)).isTrue();
    assertThat(Evidence.isNumberReached(99, 1000, Duration.ofHours(1), 0)).isFalse();
    assertThat(Evidence.isNumberReached(985, 1000, Duration.ZERO, 0)).isTrue();
  }

  @Test
  void of_a_large_array_the_loops_count_in_which_it_doubles_once_more() {
    int large = 32 << 10;
    assertThat(Evidence.isArrayReached(471, 1000, large)).isTrue();
    assertThat(Evidence.isArrayReached(470, 1000, large)).isFalse();
    assertThat(Evidence.isArrayReached(471, 1000, large - 1)).isFalse();
    assertThat(Evidence.isArrayReached(100, 14, large)).isTrue();
    assertThat(Evidence.isArrayReached(99, 14, large)).isFalse();
  }

  @Test
  void growth_in_number_is_evident_when_some_loops_took_much_memory() {
    long much = 32L << 20;
    assertThat(Evidence.isNumberReached(250, 1000, Duration.ZERO, much)).isTrue();
    assertThat(Evidence.isNumberReached(250, 1000, Duration.ZERO, much - 1)).isFalse();
    assertThat(Evidence.isNumberReached(249, 1000, Duration.ZERO, much)).isFalse();
  }
}
