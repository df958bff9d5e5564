package io.github.memoryleak.heap.dominator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TreeShapeTest {
  @Property(tries = 300)
  void each_node_has_the_parent_that_it_was_added_under(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 2000) int nodes) {
    Random random = new Random(seed);
    int deep = 1 + random.nextInt(500);
    TreeShape shape = new TreeShape(nodes);
    int[] parents = new int[nodes + 1];
    Deque<Integer> path = new ArrayDeque<>();
    path.push(0);
    for (int node = 1; node <= nodes; node++) {
      int levels = random.nextInt(deep) > 0 ? 0 : random.nextInt(path.size());
      for (int i = 0; i < levels; i++) {
        path.pop();
      }
      shape.add(levels);
      parents[node] = path.element();
      path.push(node);
    }
    TreeShape.Reader reader = shape.reader();
    for (int node = 1; node <= nodes; node++) {
      assertThat(reader.parent()).as("parent of %d", node).isEqualTo(parents[node]);
    }
  }
}
