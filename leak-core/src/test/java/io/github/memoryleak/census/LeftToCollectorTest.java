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

  private final LoopsSinceCollection round = new LoopsSinceCollection();

  /** Five loops, with a collection in the one of that number. */
  private LoopsSinceCollection collectedIn(int number) {
    round.roundBegins();
    for (int i = 1; i <= 5; i++) {
      if (i == number) {
        System.gc();
      }
      round.loopEnds();
    }
    return round;
  }

  @Test
  void what_is_closed_late_is_counted_once() {
    left.before(10, round);
    assertThat(left.after(10)).isZero();
    assertThat(left.after(7)).isEqualTo(3);
    assertThat(left.after(7)).isEqualTo(3);
    left.before(12, round);
    assertThat(left.after(7)).isEqualTo(8);
  }

  @Test
  void what_is_opened_during_a_collection_was_not_left_to_it() {
    left.before(10, round);
    assertThat(left.after(12)).isZero();
  }

  @Test
  void the_loops_after_a_small_collection_stand_for_those_before() {
    left.before(14, collectedIn(3));
    assertThat(left.after(10)).isEqualTo(10);
  }

  @Test
  void a_round_that_ends_with_a_collection_is_like_the_one_before() {
    left.before(15, collectedIn(0));
    assertThat(left.after(10)).isEqualTo(5);
    left.before(10, collectedIn(5));
    assertThat(left.after(10)).isEqualTo(10);
  }

  @Test
  void where_others_were_closing_the_rounds_before_tell_how_many_it_was() {
    left.before(15, collectedIn(0));
    assertThat(left.after(10)).isEqualTo(5);
    left.before(30, collectedIn(0));
    assertThat(left.afterOthers()).isEqualTo(10);
    left.before(15, collectedIn(0));
    assertThat(left.after(10)).isEqualTo(15);
  }

  @Test
  void where_others_were_closing_from_the_first_round_on_nothing_is_left_to_the_collector() {
    left.before(30, collectedIn(0));
    assertThat(left.afterOthers()).isZero();
  }

  @Property(tries = 100)
  void the_sum_of_all_rounds_is_told(
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 1000) Integer> rounds) {
    long expected = 0;
    LoopsSinceCollection none = new LoopsSinceCollection();
    LeftToCollector sum = new LeftToCollector();
    for (int closed : rounds) {
      sum.before(5000, none);
      expected += closed;
      assertThat(sum.after(5000 - closed)).isEqualTo(expected);
    }
  }
}
