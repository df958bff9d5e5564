package io.github.memoryleak.heap.dominator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.NaiveGraph;
import io.github.memoryleak.heap.OpenedDump;
import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpFormat;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.GcRoot;
import io.github.memoryleak.heap.dsl.RandomHeap;
import io.github.memoryleak.heap.dsl.Type;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.util.BitSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DominatorTreeTest {
  @Property(tries = 4000)
  void dominators_and_retained_sizes_are_those_of_the_definition(@ForAll("heaps") RandomHeap heap)
      throws IOException {
    check(heap);
  }

  @Property(tries = 100)
  void large_graphs_too(@ForAll("largeHeaps") RandomHeap heap) throws IOException {
    check(heap);
  }

  /** What removing an object makes unreachable is dominated by it; the last such one is nearest. */
  private static void check(RandomHeap heap) throws IOException {
    try (OpenedDump dump = OpenedDump.of(heap.heap(DumpFormat.HOTSPOT).dump().write())) {
      HeapGraph graph = dump.graph();
      NaiveGraph naive = new NaiveGraph(graph);
      BitSet reachable = naive.reachableWithout(-1);
      int objects = graph.objects();
      int[] dominators = new int[objects];
      int[] depths = new int[objects];
      BitSet[] dominated = new BitSet[objects];
      for (int i = 0; i < objects; i++) {
        dominators[i] = reachable.get(i) ? DominatorTree.ROOT : DominatorTree.UNREACHABLE;
        dominated[i] = (BitSet) reachable.clone();
        dominated[i].andNot(naive.reachableWithout(i));
        dominated[i].stream().forEach(object -> depths[object]++);
      }
      for (int i = 0; i < objects; i++) {
        int dominator = i;
        dominated[i].stream()
            .filter(object -> object != dominator && depths[object] == depths[dominator] + 1)
            .forEach(object -> dominators[object] = dominator);
      }
      DominatorTree tree = DominatorTree.of(graph, HeapProgress.NONE);
      for (int i = 0; i < objects; i++) {
        assertThat(tree.dominator(i)).as("dominator of %d", i).isEqualTo(dominators[i]);
        assertThat(tree.retainedSize(i))
            .as("retained size of %d", i)
            .isEqualTo(dominated[i].stream().mapToLong(graph::shallowSize).sum());
        assertThat(tree.isReachable(i)).isEqualTo(reachable.get(i));
      }
      assertThat(tree.reachableObjects()).isEqualTo(reachable.cardinality());
      assertThat(tree.reachableSize())
          .isEqualTo(reachable.stream().mapToLong(graph::shallowSize).sum());
    }
  }

  @Test
  void what_two_objects_share_neither_retains() throws IOException {
    Dump dump = Dump.create();
    var pair = dump.clazz("com.acme.Pair").field("left", Type.OBJECT).field("right", Type.OBJECT);
    DumpInstance shared = dump.instance(pair);
    DumpInstance left = dump.instance(pair).set("left", shared);
    DumpInstance right = dump.instance(pair).set("left", shared).set("right", dump.bytes());
    DumpInstance top = dump.instance(pair).set("left", left).set("right", right);
    dump.root(GcRoot.JNI_GLOBAL, top);
    try (OpenedDump opened = OpenedDump.of(dump.write())) {
      DominatorTree tree = DominatorTree.of(opened.graph(), HeapProgress.NONE);
      assertThat(tree.dominator(opened.number(shared))).isEqualTo(opened.number(top));
      assertThat(tree.retainedSize(opened.number(left))).isEqualTo(24);
      assertThat(tree.retainedSize(opened.number(right))).isEqualTo(24 + 16);
      assertThat(tree.retainedSize(opened.number(top))).isEqualTo(4 * 24 + 16);
    }
  }

  @Test
  void a_long_chain_is_no_problem() throws IOException {
    Dump dump = Dump.create();
    var node = dump.clazz("com.acme.Node").field("next", Type.OBJECT);
    DumpInstance first = dump.instance(node);
    DumpInstance last = first;
    int length = 200_000;
    for (int i = 1; i < length; i++) {
      DumpInstance next = dump.instance(node);
      last.set("next", next);
      last = next;
    }
    dump.root(GcRoot.JNI_GLOBAL, first);
    try (OpenedDump opened = OpenedDump.of(dump.write())) {
      DominatorTree tree = DominatorTree.of(opened.graph(), HeapProgress.NONE);
      assertThat(tree.retainedSize(opened.number(first))).isEqualTo(16L * length);
      assertThat(tree.dominator(opened.number(last))).isEqualTo(opened.number(last) - 1);
    }
  }

  @Provide
  Arbitrary<RandomHeap> heaps() {
    return RandomHeap.upTo(30);
  }

  @Provide
  Arbitrary<RandomHeap> largeHeaps() {
    return RandomHeap.upTo(300);
  }
}
