package io.github.memoryleak.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class GroupsTest {
  private static final long HOUR_NANOS = 3_600_000_000_000L;

  @Property
  void groups_are_the_units_in_order_in_nearly_equal_parts(
      @ForAll @IntRange(max = 300) int size, @ForAll @IntRange(min = 1, max = 60) int most) {
    List<Integer> units = IntStream.range(0, size).boxed().toList();
    List<List<Integer>> groups = Groups.of(units, most);
    assertThat(groups).hasSize(Math.min(size, most));
    assertThat(groups.stream().flatMap(List::stream)).containsExactlyElementsOf(units);
    IntSummaryStatistics sizes = groups.stream().mapToInt(List::size).summaryStatistics();
    if (size > 0) {
      assertThat(sizes.getMin()).isPositive();
      assertThat(sizes.getMax() - sizes.getMin()).isLessThanOrEqualTo(1);
    }
  }

  @Property
  void there_is_always_a_group_and_never_more_for_dearer_censuses(
      @ForAll @LongRange(max = HOUR_NANOS) long census,
      @ForAll @LongRange(max = HOUR_NANOS) long more,
      @ForAll @LongRange(max = HOUR_NANOS) long suite) {
    int count = Groups.count(census, suite);
    assertThat(count).isBetween(1, 1000);
    assertThat(Groups.count(census + more, suite)).isLessThanOrEqualTo(count);
    assertThat(Groups.count(census, suite + more)).isGreaterThanOrEqualTo(count);
  }

  @Test
  void five_units_in_two_groups_are_two_and_three() {
    assertThat(Groups.of(List.of(1, 2, 3, 4, 5), 2))
        .containsExactly(List.of(1, 2), List.of(3, 4, 5));
  }

  @Test
  void a_census_as_dear_as_the_suite_is_worth_one_group() {
    assertThat(Groups.count(HOUR_NANOS, HOUR_NANOS)).isEqualTo(1);
  }
}
