package io.github.memoryleak.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowthRuleTest {
  private static final int[] USUAL = Rounds.doublingTo(128, 12);

  @Test
  void one_instance_a_loop_is_steady_at_exactly_one() {
    Series s = Rounds.counted(USUAL, (done, latest) -> 5000 + done);
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.STEADY);
    assertThat(GrowthRule.countPerLoop(s)).isEqualTo(1);
    assertThat(GrowthRule.bytesPerLoop(s)).isEqualTo(24);
  }

  @Test
  void what_others_let_go_in_the_first_round_does_not_hide_one_instance_a_loop() {
    int[] loops = {4, 8, 16};
    long[] counts = {4015, 3670, 3738, 3754};
    long[] bytes = Arrays.stream(counts).map(n -> 24 * n).toArray();
    assertThat(GrowthRule.trend(new Series(3, loops, counts, bytes))).isNotEqualTo(Trend.FLAT);
  }

  @Test
  void one_instance_a_loop_is_not_yet_steady_in_two_rounds() {
    Series s = Rounds.counted(Rounds.equal(100, 2), (done, latest) -> done);
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.UNSTEADY);
  }

  @Test
  void one_instance_a_loop_is_steady_amid_noise_when_rounds_are_long() {
    Random noise = new Random(7);
    Series s =
        Rounds.counted(
            Rounds.equal(8192, 6), (done, latest) -> 9000 + done + noise.nextInt(341) - 170);
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.STEADY);
    assertThat(GrowthRule.countPerLoop(s)).isEqualTo(1);
  }

  @Test
  void noise_alone_is_flat_when_rounds_are_long() {
    Random noise = new Random(7);
    Series s =
        Rounds.counted(Rounds.equal(1024, 6), (done, latest) -> 9000 + noise.nextInt(341) - 170);
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.FLAT);
  }

  /** Censuses of an array of 5 MB a loop in a heap of 256 MB, until it was full. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7})
  void few_large_instances_are_steady_in_bytes_amid_noise_in_their_count(int rounds) {
    int[] loops = {6, 12, 6, 2, 1, 1, 1};
    long[] counts = {14963, 14996, 15010, 15016, 15018, 15020, 15021, 15022};
    long[] bytes = {
      10951216, 40952656, 100952936, 130953032, 140953064, 145953128, 150953144, 155953160
    };
    Series s =
        new Series(
            2,
            Arrays.copyOf(loops, rounds),
            Arrays.copyOf(counts, rounds + 1),
            Arrays.copyOf(bytes, rounds + 1));
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.STEADY);
    assertThat(GrowthRule.bytesPerLoop(s)).isBetween(5_000_000.0, 5_000_200.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 40, 128, 400, 900})
  void a_cache_that_fills_ends_flat(int capacity) {
    Series s =
        Rounds.counted(Rounds.doublingTo(128, 16), (done, latest) -> Math.min(done, capacity));
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.FLAT);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 40, 400})
  void a_cache_with_random_keys_ends_flat(int keys) {
    Random random = new Random(keys);
    Set<Integer> seen = new HashSet<>();
    Series s =
        Rounds.counted(
            Rounds.doublingTo(128, 24),
            (done, latest) -> {
              random.ints(latest, 0, keys).forEach(seen::add);
              return seen.size();
            });
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.FLAT);
  }

  @Test
  void growth_that_ebbs_away_is_slowing() {
    Series s =
        Rounds.counted(Rounds.equal(100, 5), (done, latest) -> Math.round(500 * Math.log1p(done)));
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.SLOWING);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10})
  void what_waits_to_be_purged_is_not_steady_once_rounds_stay_the_same(int perLoop) {
    for (int equalRounds = 2; equalRounds <= 5; equalRounds++) {
      int[] loops = Rounds.doublingTo(128, 5 + equalRounds);
      Series s = Rounds.counted(loops, (done, latest) -> (long) perLoop * latest);
      assertThat(GrowthRule.trend(s)).as("%s", s).isNotEqualTo(Trend.STEADY);
    }
  }

  @Test
  void what_waits_to_be_purged_is_flat_after_three_more_rounds_of_the_same_length() {
    Series s = Rounds.counted(Rounds.doublingTo(128, 9), (done, latest) -> 10L * latest);
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.FLAT);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1000})
  void an_array_that_is_doubled_when_full_is_steady_in_bytes(int bytesPerLoop) {
    int[] loops = Rounds.doublingTo(128, 24);
    Series s = Rounds.sized(loops, 3000, (done, latest) -> doubled((long) bytesPerLoop * done));
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.STEADY);
    assertThat(GrowthRule.countPerLoop(s)).isZero();
    assertThat(GrowthRule.bytesPerLoop(s)).isBetween(bytesPerLoop / 2.0, bytesPerLoop * 2.0);
  }

  @Test
  void an_array_that_is_doubled_in_a_short_round_is_steady_in_bytes() {
    int[] loops = IntStream.concat(Arrays.stream(Rounds.doublingTo(128, 12)), echoes()).toArray();
    int longLoops = Arrays.stream(loops).sum() - 8;
    for (int before = 0; before <= 8; before++) {
      long bytesPerLoop = (1L << 16) / (longLoops + before) + 1;
      Series s = Rounds.sized(loops, 3000, (done, latest) -> doubled(bytesPerLoop * done));
      assertThat(GrowthRule.trend(s)).as("%s", s).isEqualTo(Trend.STEADY);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void what_each_second_collection_makes_grow_is_flat(int period) {
    int[] loops = IntStream.concat(Arrays.stream(Rounds.doublingTo(128, 12)), echoes()).toArray();
    long[] bytes = new long[loops.length + 1];
    for (int round = 1; round < bytes.length; round++) {
      bytes[round] = bytes[round - 1] + (round % period == 0 ? 6000 : 0);
    }
    long[] counts = new long[bytes.length];
    Series s = new Series(0, loops, counts, bytes);
    assertThat(GrowthRule.trend(s)).as("%s", s).isEqualTo(Trend.FLAT);
  }

  /**
   * Buffers of log4j 2, which makes one for each collection; the text of numbers comes and goes.
   */
  @Test
  void what_collections_make_grow_is_flat_beside_arrays_that_come_and_go() {
    long[] counts = {
      19448, 19459, 19468, 19476, 19489, 19496, 19508, 19518, 19523, 19529, 19533, 19545, 19548,
      19553, 19719, 19570, 19736, 19572
    };
    long[] bytes = {
      1414720, 1423368, 1432008, 1441000, 1458192, 1466696, 1483640, 1500416, 1508880, 1525472,
      1541984, 1559120, 1567480, 1584056, 1597968, 1593472, 1607384, 1601848
    };
    int[] loops = {4, 8, 16, 32, 64, 111, 125, 118, 111, 125, 118, 111, 125, 2, 2, 2, 2};
    assertThat(GrowthRule.trend(new Series(2, loops, counts, bytes))).isEqualTo(Trend.FLAT);
  }

  @Test
  void large_objects_are_counted_beside_small_ones_that_come_and_go() {
    int[] loops = {4, 8, 6, 3, 1, 1, 1};
    int[] noise = {0, 20, 5, 25, 3, 22, 2, 19};
    Series exact = Rounds.sized(loops, 3000, (done, latest) -> 5_000_016L * done);
    long[] counts = new long[noise.length];
    for (int level = 0; level < noise.length; level++) {
      counts[level] = exact.loops(0, level) + noise[level];
    }
    Series s = new Series(0, loops, counts, exact.bytes());
    assertThat(GrowthRule.growsByCount(s)).isTrue();
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.STEADY);
    assertThat(GrowthRule.growsByCount(exact)).isFalse();
  }

  /** As many short rounds as there are at the end of a measurement. */
  private static IntStream echoes() {
    return IntStream.generate(() -> 2).limit(4);
  }

  @Test
  void loops_before_the_baseline_fill_an_array_too() {
    int[] loops = {2, 4, 8, 16, 32, 64};
    Series all = Rounds.sized(loops, 3000, (done, latest) -> 7 * doubled(110L * (done + 4) / 7));
    Series s = new Series(4, loops, all.counts(), all.bytes());
    assertThat(GrowthRule.trend(all)).isEqualTo(Trend.FLAT);
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.STEADY);
  }

  /** Censuses of a journal of 113 bytes a loop, where a loop takes 50 ms. */
  @Test
  void an_array_that_is_doubled_is_steady_though_a_pause_left_some_instances() {
    int[] loops = {2, 4, 8, 13, 13, 13, 13, 13, 13, 13, 13};
    long[] counts = {
      14960, 14987, 14988, 14989, 14990, 14991, 14995, 14995, 14996, 14997, 15001, 15013
    };
    long[] bytes = {
      951304, 952864, 953360, 954272, 956080, 959632, 959976, 967016, 967080, 967136, 967328, 967928
    };
    Series s = new Series(2, loops, counts, bytes);
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.STEADY);
    assertThat(GrowthRule.countPerLoop(s)).isZero();
  }

  @Test
  void instances_that_come_in_the_long_round_in_which_an_array_is_doubled_are_not_counted() {
    int[] loops = {60, 125, 125, 125};
    long[] counts = {3000, 3000, 3002, 3003, 3021};
    long[] bytes = {100_000, 106_400, 119_200, 119_200, 145_600};
    assertThat(GrowthRule.countPerLoop(new Series(0, loops, counts, bytes))).isZero();
  }

  /** Censuses of a CharArrayWriter of 10 characters a loop, in a class that was run 742 times. */
  @Test
  void an_array_that_many_loops_filled_before_has_to_be_doubled_twice_only() {
    int[] loops = Rounds.equal(256, 12);
    long[] counts = new long[13];
    long[] bytes = {
      90256, 106640, 106640, 106640, 139408, 139408, 139408, 139408, 139408, 139408, 204944, 204944,
      204944
    };
    assertThat(GrowthRule.trend(new Series(742, loops, counts, bytes))).isEqualTo(Trend.STEADY);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 700, 5000})
  void what_is_replaced_by_something_larger_in_each_loop_is_steady_in_bytes(int before) {
    int[] loops = {64, 125, 125, 125, 125, 125, 125, 125, 125, 2, 2, 2, 2};
    Series all = Rounds.sized(loops, 11, (done, latest) -> 176_080 + 64L * done);
    Series s = new Series(before, loops, all.counts(), all.bytes());
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.STEADY);
    assertThat(GrowthRule.bytesPerLoop(s)).isEqualTo(64);
  }

  @Test
  void an_array_in_each_tenth_loop_is_steady_in_bytes() {
    int[] loops = Rounds.equal(100, 10);
    Series counted = Rounds.counted(loops, (done, latest) -> done / 10);
    long[] bytes = Arrays.stream(counted.counts()).map(n -> 816 * n).toArray();
    Series s = new Series(0, loops, counted.counts(), bytes);
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.STEADY);
    assertThat(GrowthRule.countPerLoop(s)).isEqualTo(0.1);
  }

  @Property
  void a_list_of_one_object_is_never_flat(@ForAll @IntRange(min = 100, max = 5_000) int loops) {
    int[] rounds = Rounds.equal(loops / 10, 12);
    Series s = Rounds.sized(rounds, 3000, (done, latest) -> 4 * halfAsMuchMore(done + 10));
    assertThat(GrowthRule.trend(s)).isNotEqualTo(Trend.FLAT);
  }

  /** The length of an array that becomes half as large again whenever it is too small. */
  private static long halfAsMuchMore(long needed) {
    long length = 10;
    while (length < needed) {
      length += length / 2;
    }
    return length;
  }

  /** Two buffers of 8 KB in each of three loops. */
  @Test
  void buffers_that_are_made_now_and_then_are_not_an_array_that_is_doubled() {
    int[] loops = Rounds.doublingTo(12, 12);
    Series counted = Rounds.counted(loops, (done, latest) -> 2 * done / 3);
    long[] bytes = Arrays.stream(counted.counts()).map(n -> n * 8192).toArray();
    Series s = new Series(0, loops, counted.counts(), bytes);
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.UNSTEADY);
  }

  @Test
  void an_array_that_was_doubled_once_is_flat() {
    int[] loops = Rounds.doublingTo(128, 12);
    Series s = Rounds.sized(loops, 3000, (done, latest) -> done < 200 ? 100_000 : 200_000);
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.FLAT);
  }

  @Test
  void an_array_that_was_doubled_just_now_for_the_first_time_is_not_steady() {
    int[] loops = Rounds.doublingTo(128, 12);
    Series s = Rounds.sized(loops, 3000, (done, latest) -> done < 700 ? 100_000 : 200_000);
    assertThat(GrowthRule.trend(s)).isNotEqualTo(Trend.STEADY);
  }

  @Test
  void growth_that_pauses_for_a_round_is_not_steady() {
    long[] counts = {1000, 1145, 1145, 1290};
    Series s = new Series(0, Rounds.equal(100, 3), counts, new long[4]);
    assertThat(GrowthRule.trend(s)).isNotEqualTo(Trend.STEADY);
  }

  @Test
  void a_level_that_falls_is_flat() {
    Series s = Rounds.counted(USUAL, (done, latest) -> 100_000 - done);
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.FLAT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 11})
  void a_single_spike_is_flat(int round) {
    long[] counts = new long[USUAL.length + 1];
    counts[round] = 100_000;
    Series s = new Series(0, USUAL, counts, counts.clone());
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.FLAT);
  }

  @Test
  void a_single_step_is_flat_soon_after() {
    Series s = Rounds.counted(USUAL, (done, latest) -> done < 300 ? 0 : 10_000);
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.FLAT);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10, 100})
  void one_small_instance_in_several_loops_is_flat(int loopsPerInstance) {
    Series s = Rounds.counted(USUAL, (done, latest) -> done / loopsPerInstance);
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.FLAT);
  }

  /** The size of an array that is doubled whenever it is too small. */
  private static long doubled(long needed) {
    long size = 16;
    while (size < needed) {
      size *= 2;
    }
    return size;
  }
}
