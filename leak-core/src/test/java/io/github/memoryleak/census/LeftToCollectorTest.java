package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LeftToCollectorTest {
  private final LeftToCollector left = new LeftToCollector();

  @Test
  void what_is_closed_late_is_counted_once() {
    left.before(10);
    assertThat(left.after(10)).isZero();
    assertThat(left.after(7)).isEqualTo(3);
    assertThat(left.after(7)).isEqualTo(3);
    left.before(12);
    assertThat(left.after(7)).isEqualTo(8);
  }

  @Test
  void what_is_opened_during_a_collection_was_not_left_to_it() {
    left.before(10);
    assertThat(left.after(12)).isZero();
  }

  @Property
  void the_sum_of_all_rounds_is_told(
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 1000) Integer> rounds) {
    LeftToCollector sum = new LeftToCollector();
    long expected = 0;
    for (int closed : rounds) {
      sum.before(5000);
      expected += closed;
      assertThat(sum.after(5000 - closed)).isEqualTo(expected);
    }
  }
}
