package io.github.memoryleak.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class GrowthRulePropertiesTest {

  @Property
  void the_same_growth_in_all_loops_is_steady(
      @ForAll("rounds") int[] loops,
      @ForAll @IntRange(min = 1, max = 1000) int perLoop,
      @ForAll @IntRange(max = 1_000_000) int level) {
    Series s = Rounds.counted(loops, (done, latest) -> level + (long) perLoop * done);
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.STEADY);
    assertThat(GrowthRule.countPerLoop(s)).isEqualTo(perLoop);
    assertThat(GrowthRule.bytesPerLoop(s)).isEqualTo(perLoop * Rounds.OBJECT_BYTES);
  }

  @Property
  void the_same_growth_in_all_loops_is_steady_amid_noise_that_is_small_for_the_rounds(
      @ForAll @IntRange(min = 1, max = 20) int perLoop,
      @ForAll @IntRange(min = 1, max = 200) int noise,
      @ForAll long seed) {
    Random random = new Random(seed);
    Series s =
        Rounds.counted(
            Rounds.equal(100 * noise, 5),
            (done, latest) -> (long) perLoop * done + random.nextInt(2 * noise + 1) - noise);
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.STEADY);
    assertThat(GrowthRule.countPerLoop(s)).isBetween(perLoop - 0.05, perLoop + 0.05);
  }

  @Property
  void levels_within_bounds_are_flat_after_long_rounds(
      @ForAll("rounds") int[] loops,
      @ForAll @IntRange(min = 1, max = 5000) int width,
      @ForAll long seed) {
    int[] all = Arrays.copyOf(loops, loops.length + GrowthRule.WINDOW);
    Arrays.fill(all, loops.length, all.length, 4 * width);
    Random random = new Random(seed);
    Series s = Rounds.counted(all, (done, latest) -> 1000 + random.nextInt(width + 1));
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.FLAT);
  }

  @Property
  void less_than_half_an_instance_a_loop_is_flat(
      @ForAll @IntRange(min = 2, max = 500) int loopsPerInstance,
      @ForAll @IntRange(min = 3, max = 30) int rounds) {
    Series s =
        Rounds.counted(
            Rounds.doublingTo(128, rounds), (done, latest) -> done / (loopsPerInstance + 1));
    assertThat(GrowthRule.trend(s)).isEqualTo(Trend.FLAT);
  }

  @Property
  void a_constant_level_changes_nothing(
      @ForAll("series") Series s, @ForAll @IntRange(max = 1_000_000) int level) {
    Series raised =
        new Series(s.before(), s.loops(), plus(s.counts(), level), plus(s.bytes(), 100L * level));
    assertThat(GrowthRule.trend(raised)).isEqualTo(GrowthRule.trend(s));
    assertThat(GrowthRule.countPerLoop(raised)).isEqualTo(GrowthRule.countPerLoop(s));
    assertThat(GrowthRule.bytesPerLoop(raised)).isEqualTo(GrowthRule.bytesPerLoop(s));
  }

  @Property
  void what_is_not_flat_is_higher_than_it_was(@ForAll("series") Series s) {
    if (GrowthRule.trend(s) == Trend.FLAT) {
      return;
    }
    int last = s.rounds();
    boolean higher =
        IntStream.range(0, last).anyMatch(i -> s.countGrowth(i, last) > 0)
            || IntStream.range(0, last).anyMatch(i -> s.byteGrowth(i, last) > 0);
    assertThat(higher).as("%s", s).isTrue();
  }

  @Provide
  Arbitrary<int[]> rounds() {
    return Arbitraries.integers().between(1, 300).array(int[].class).ofMinSize(3).ofMaxSize(32);
  }

  @Provide
  Arbitrary<Series> series() {
    return Arbitraries.integers().between(1, 12).flatMap(GrowthRulePropertiesTest::seriesOf);
  }

  private static Arbitrary<Series> seriesOf(int rounds) {
    Arbitrary<int[]> loops =
        Arbitraries.integers().between(1, 130).array(int[].class).ofSize(rounds);
    Arbitrary<long[]> levels =
        Arbitraries.longs().between(0, 5000).array(long[].class).ofSize(rounds + 1);
    return Combinators.combine(loops, levels, levels)
        .as((rows, counts, bytes) -> new Series(0, rows, counts, bytes));
  }

  private static long[] plus(long[] levels, long constant) {
    return Arrays.stream(levels).map(level -> level + constant).toArray();
  }
}
