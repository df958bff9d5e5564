package io.github.memoryleak.maven.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EventTotalsTest {

  @Property(tries = 200)
  void sums_are_those_of_a_map(
      @ForAll @Size(max = 3000) List<@IntRange(max = 100_000) Integer> numbers) {
    EventTotals totals = new EventTotals();
    Map<List<Integer>, List<Long>> expected = new HashMap<>();
    for (int n : numbers) {
      List<Integer> key = List.of(n, n % 7, n % 3);
      totals.add(key.get(0), key.get(1), key.get(2), 1, n);
      expected.merge(
          key, List.of(1L, (long) n), (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
    }
    Map<List<Integer>, List<Long>> found = new HashMap<>();
    totals.forEach(
        (stack, type, test, objects, bytes) ->
            found.put(List.of(stack, type, test), List.of(objects, bytes)));
    assertThat(found).isEqualTo(expected);
  }
}
