package io.github.memoryleak.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final Series SERIES =
      new Series(0, new int[] {4, 8, 16}, new long[] {10, 14, 22, 20}, new long[] {1, 2, 4, 8});

  @Test
  void differences_are_between_levels() {
    assertThat(SERIES.rounds()).isEqualTo(3);
    assertThat(SERIES.countGrowth(0, 2)).isEqualTo(12);
    assertThat(SERIES.countGrowth(2, 3)).isEqualTo(-2);
    assertThat(SERIES.byteGrowth(1, 3)).isEqualTo(6);
    assertThat(SERIES.loops(1, 3)).isEqualTo(24);
    assertThat(SERIES.loops(2, 2)).isZero();
  }

  @Test
  void lengths_that_do_not_fit_are_refused() {
    assertThatThrownBy(() -> new Series(0, new int[] {1, 2}, new long[2], new long[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 rounds need 3 levels, not 2");
  }

  @Test
  void series_with_the_same_numbers_are_equal() {
    Series same =
        new Series(0, new int[] {4, 8, 16}, new long[] {10, 14, 22, 20}, new long[] {1, 2, 4, 8});
    Series other =
        new Series(0, new int[] {4, 8, 16}, new long[] {10, 14, 22, 20}, new long[] {1, 2, 4, 9});
    assertThat(SERIES).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
    assertThat(SERIES)
        .hasToString("before 0, loops [4, 8, 16], counts [10, 14, 22, 20], bytes [1, 2, 4, 8]");
  }

  @Property
  void half_of_is_the_latest_level_with_at_most_half_of_the_loops(
      @ForAll("rounds") int[] loops, @ForAll @IntRange(max = 200) int before) {
    Series s = new Series(before, loops, new long[loops.length + 1], new long[loops.length + 1]);
    for (int level = 1; level <= loops.length; level++) {
      long all = before + s.loops(0, level);
      int naive =
          IntStream.range(0, level)
              .filter(i -> 2 * (before + s.loops(0, i)) <= all)
              .max()
              .orElse(0);
      assertThat(s.halfOf(level)).isEqualTo(naive);
    }
  }

  @Provide
  Arbitrary<int[]> rounds() {
    return Arbitraries.integers().between(1, 50).array(int[].class).ofMinSize(1).ofMaxSize(20);
  }
}
