package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HashCountsTest {
  @Property
  void counts_as_a_map_does(
      @ForAll @Size(max = 3000) List<@LongRange(min = -700, max = 700) Long> hashes) {
    HashCounts counts = new HashCounts(10_000);
    Map<Integer, Integer> expected = new HashMap<>();
    Map<Long, Integer> firsts = new HashMap<>();
    for (int i = 0; i < hashes.size(); i++) {
      counts.add(hashes.get(i), i);
      firsts.putIfAbsent(hashes.get(i), i);
      expected.merge(firsts.get(hashes.get(i)), 1, Integer::sum);
    }

    assertThat(byFirst(counts)).isEqualTo(expected);
    assertThat(counts.distinct()).isEqualTo(expected.size());
    assertThat(counts.isExact()).isTrue();
  }

  @Test
  void at_its_limit_it_keeps_what_is_frequent_and_says_that_it_is_not_exact() {
    HashCounts counts = new HashCounts(100);
    for (int i = 0; i < 100_000; i++) {
      counts.add(i % 10 == 0 ? -1 : i, i);
    }

    assertThat(counts.isExact()).isFalse();
    assertThat(byFirst(counts)).containsEntry(0, 10_000).hasSizeLessThanOrEqualTo(101);
    assertThat(counts.distinct()).isEqualTo(90_001);
  }

  private static Map<Integer, Integer> byFirst(HashCounts counts) {
    Map<Integer, Integer> found = new HashMap<>();
    counts.slots().forEach(slot -> found.put(counts.first(slot), counts.count(slot)));
    return found;
  }
}
