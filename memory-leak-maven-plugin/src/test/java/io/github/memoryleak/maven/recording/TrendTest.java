package io.github.memoryleak.maven.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static final long SECOND = 1_000_000_000L;

  private static List<Collections.LiveSet> sets(int count, IntToLongFunction bytes) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Collections.LiveSet(i * SECOND, bytes.applyAsLong(i)))
        .toList();
  }

  @Property
  void a_straight_line_has_its_slope_and_is_significant(
      @ForAll @IntRange(min = 8, max = 600) int count,
      @ForAll @IntRange(min = 1, max = 100_000) int bytesPerSecond) {
    Trend trend = Trend.of(sets(count, i -> 1_000_000L + (long) i * bytesPerSecond)).orElseThrow();
    assertThat(trend.bytesPerMinute()).isCloseTo(60.0 * bytesPerSecond, within(1e-3));
    assertThat(trend.isSignificant()).isTrue();
  }

  @Test
  void too_few_points_tell_nothing() {
    assertThat(Trend.of(sets(7, i -> i))).isEmpty();
  }

  @Test
  void noise_is_significant_as_seldom_as_the_interval_says() {
    Random random = new Random(5);
    int significant = 0;
    for (int i = 0; i < 1000; i++) {
      if (Trend.of(sets(30, j -> random.nextInt(1_000_000))).orElseThrow().isSignificant()) {
        significant++;
      }
    }
    assertThat(significant).isBetween(20, 80);
  }

  @Test
  void a_few_odd_collections_do_not_move_it() {
    Trend trend =
        Trend.of(sets(50, i -> i % 10 == 3 ? 900_000_000L : 1_000_000L + 100L * i)).orElseThrow();
    assertThat(trend.bytesPerMinute()).isCloseTo(6000, within(600.0));
  }
}
