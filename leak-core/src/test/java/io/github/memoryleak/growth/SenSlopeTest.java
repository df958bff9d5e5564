package io.github.memoryleak.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SenSlopeTest {
  private static final int RUNS = 500;

  @Property
  void a_line_has_its_slope_and_no_width(
      @ForAll @IntRange(min = 10, max = 500) int points,
      @ForAll @IntRange(min = -1000, max = 1000) int slope) {
    SenSlope sen = of(points, i -> slope * (double) i + 5);
    assertThat(sen.slope()).isEqualTo(slope, within(1e-9));
    assertThat(sen.low()).isEqualTo(slope, within(1e-9));
    assertThat(sen.high()).isEqualTo(slope, within(1e-9));
  }

  @Property
  void the_slope_lies_in_its_interval(@ForAll("levels") double[] levels) {
    SenSlope sen = of(levels);
    assertThat(sen.low()).isLessThanOrEqualTo(sen.slope());
    assertThat(sen.high()).isGreaterThanOrEqualTo(sen.slope());
  }

  @Property
  void a_steeper_line_added_shifts_slope_and_direction(
      @ForAll("levels") double[] levels, @ForAll @IntRange(min = -50, max = 50) int more) {
    double[] tilted =
        IntStream.range(0, levels.length).mapToDouble(i -> levels[i] + more * i).toArray();
    assertThat(of(tilted).slope()).isEqualTo(of(levels).slope() + more, within(1e-6));
  }

  @Property
  void levels_upside_down_have_the_opposite_slope(@ForAll("levels") double[] levels) {
    SenSlope up = of(levels);
    SenSlope down = of(Arrays.stream(levels).map(y -> -y).toArray());
    assertThat(down.slope()).isEqualTo(-up.slope(), within(1e-9));
    assertThat(down.low()).isEqualTo(-up.high(), within(1e-9));
    assertThat(down.high()).isEqualTo(-up.low(), within(1e-9));
  }

  @Property
  void one_point_in_four_may_be_anything(
      @ForAll @IntRange(min = 40, max = 150) int points,
      @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int wild) {
    SenSlope sen = of(points, i -> i % 4 == 1 ? wild : 10.0 * i);
    assertThat(sen.slope()).isEqualTo(10, within(1e-6));
  }

  @Property
  void fewer_than_ten_points_prove_nothing(@ForAll @IntRange(max = 9) int points) {
    SenSlope sen = of(points, i -> i);
    assertThat(sen.low()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(sen.high()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void a_level_that_never_moves_has_no_slope() {
    assertThat(of(50, i -> 7)).isEqualTo(new SenSlope(0, 0, 0));
  }

  @Test
  void points_of_one_moment_have_no_slope() {
    SenSlope sen = SenSlope.of(new double[20], IntStream.range(0, 20).asDoubleStream().toArray());
    assertThat(sen).isEqualTo(new SenSlope(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
  }

  @Test
  void a_heap_between_collections_does_not_grow() {
    for (int period = 3; period <= 20; period++) {
      int tooth = period;
      SenSlope sen = of(120, i -> 50 + i % tooth);
      assertThat(sen.low()).as("a tooth of %d", tooth).isLessThanOrEqualTo(0);
      assertThat(sen.high()).as("a tooth of %d", tooth).isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void a_slow_leak_below_a_saw_tooth_is_seen() {
    SenSlope sen = of(240, i -> 50 + i % 7 + 0.1 * i);
    assertThat(sen.low()).isPositive();
    assertThat(sen.slope()).isEqualTo(0.1, within(0.02));
  }

  /** Noise of its own for each point: the interval holds the slope as often as it promises. */
  @Test
  void the_interval_holds_the_true_slope() {
    Random random = new Random(17);
    long held =
        IntStream.range(0, RUNS)
            .mapToObj(run -> of(60, i -> 0.3 * i + 10 * random.nextGaussian()))
            .filter(sen -> sen.low() <= 0.3 && 0.3 <= sen.high())
            .count();
    assertThat(held).isGreaterThan(RUNS * 97 / 100);
  }

  /** Noise that depends on the point before, as levels of a server do. */
  @Test
  void dependent_noise_is_seldom_taken_for_growth() {
    Random random = new Random(4711);
    long growing =
        IntStream.range(0, RUNS)
            .mapToObj(run -> dependent(random))
            .filter(s -> s.low() > 0)
            .count();
    assertThat(growing).isLessThan(RUNS * 2 / 100);
  }

  private static SenSlope dependent(Random random) {
    double[] level = {0};
    return of(120, i -> level[0] = 0.6 * level[0] + random.nextGaussian());
  }

  /** A heap that fills at a rate that varies slowly: what is left over is smooth as well. */
  @Property
  void a_smooth_rise_is_growth(@ForAll @IntRange(min = 20, max = 200) int points) {
    assertThat(of(points, i -> 50 + 0.2 * Math.pow(i + 1, 0.8)).low()).isPositive();
  }

  @Property
  void a_staircase_is_growth(@ForAll @IntRange(min = 60, max = 200) int points) {
    assertThat(of(points, i -> 40 + i / 5).low()).isPositive();
  }

  @Test
  void a_series_without_its_times_is_refused() {
    assertThatThrownBy(() -> SenSlope.of(new double[2], new double[3]))
        .hasMessage("2 times but 3 levels");
  }

  @Provide
  Arbitrary<double[]> levels() {
    return Arbitraries.doubles()
        .between(-1e4, 1e4)
        .ofScale(3)
        .array(double[].class)
        .ofMinSize(2)
        .ofMaxSize(150);
  }

  private static SenSlope of(double... levels) {
    return of(levels.length, i -> levels[i]);
  }

  private static SenSlope of(int points, IntToDoubleFunction level) {
    return SenSlope.of(
        IntStream.range(0, points).asDoubleStream().toArray(),
        IntStream.range(0, points).mapToDouble(level).toArray());
  }
}
