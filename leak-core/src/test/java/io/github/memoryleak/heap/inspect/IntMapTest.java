package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class IntMapTest {
  @Property
  void holds_what_a_map_holds(@ForAll List<@IntRange(max = 5000) Integer> keys) {
    IntMap map = new IntMap();
    Map<Integer, Integer> expected = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), i);
      expected.put(keys.get(i), i);
    }

    for (int key = 0; key <= 5000; key++) {
      assertThat(map.get(key)).isEqualTo(expected.getOrDefault(key, -1));
    }
  }
}
