package io.github.memoryleak.heap.dominator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSumsTest {
  private static final long MOST_IN_INTS = 8L * Integer.MAX_VALUE;

  @ParameterizedTest
  @ValueSource(longs = {24, MOST_IN_INTS, MOST_IN_INTS + 8})
  void sums_are_exact_up_to_the_total(long total) {
    ByteSums sums = ByteSums.of(2, total);
    sums.set(0, total - 16);
    sums.set(1, 16);

    sums.add(0, 1);

    assertThat(sums.get(0)).isEqualTo(total);
    assertThat(sums.get(1)).isEqualTo(16);
  }

  @Test
  void a_size_that_no_jvm_has_is_refused() {
    ByteSums sums = ByteSums.of(1, 100);

    assertThatThrownBy(() -> sums.set(0, 12)).hasMessage("not aligned: 12");
  }
}
