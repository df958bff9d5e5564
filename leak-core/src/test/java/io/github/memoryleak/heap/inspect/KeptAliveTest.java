package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.NaiveGraph;
import io.github.memoryleak.heap.OpenedDump;
import io.github.memoryleak.heap.dsl.DumpFormat;
import io.github.memoryleak.heap.dsl.RandomHeap;
import io.github.memoryleak.heap.graph.HeapGraph;
import java.io.IOException;
import java.util.BitSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class KeptAliveTest {
  @Property(tries = 1000)
  void instances_keep_together_what_is_unreachable_without_them(
      @ForAll("heaps") RandomHeap random, @ForAll @IntRange(max = 40) int which)
      throws IOException {
    try (OpenedDump dump = OpenedDump.of(random.heap(DumpFormat.HOTSPOT).dump().write())) {
      HeapGraph graph = dump.graph();
      boolean[] isSelected = new boolean[graph.classes().size()];
      isSelected[which % isSelected.length] = true;
      BitSet selected = new BitSet();
      for (int object = 0; object < graph.objects(); object++) {
        selected.set(object, isSelected[graph.classOf(object)]);
      }
      NaiveGraph naive = new NaiveGraph(graph);
      BitSet reachable = naive.reachableWithout(new BitSet());
      BitSet kept = (BitSet) reachable.clone();
      kept.andNot(naive.reachableWithout(selected));
      selected.and(reachable);

      KeptAlive alive = KeptAlive.by(isSelected, graph);

      assertThat(selected.stream().mapToLong(alive::bytes).sum())
          .isEqualTo(kept.stream().mapToLong(graph::shallowSize).sum());
    }
  }

  @Provide
  Arbitrary<RandomHeap> heaps() {
    return RandomHeap.upTo(40);
  }
}
