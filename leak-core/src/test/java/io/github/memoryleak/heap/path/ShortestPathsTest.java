package io.github.memoryleak.heap.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.NaiveGraph;
import io.github.memoryleak.heap.OpenedDump;
import io.github.memoryleak.heap.dsl.DumpFormat;
import io.github.memoryleak.heap.dsl.RandomHeap;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.References;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ShortestPathsTest {
  @Property(tries = 3000)
  void each_path_is_as_short_as_by_plain_search(@ForAll("heaps") RandomHeap heap)
      throws IOException {
    try (OpenedDump dump = OpenedDump.of(heap.heap(DumpFormat.HOTSPOT).dump().write())) {
      HeapGraph graph = dump.graph();
      int[] distances = new NaiveGraph(graph).distances();
      ShortestPaths paths = ShortestPaths.of(graph, HeapProgress.NONE);
      for (int object = 0; object < graph.objects(); object++) {
        List<Integer> path = paths.path(object);
        assertThat(path).as("path to %d", object).hasSize(distances[object] + 1);
        if (!path.isEmpty()) {
          assertLeadsTo(graph, path, object);
        }
      }
      assertThat(paths.reachableObjects())
          .isEqualTo((int) IntStream.of(distances).filter(distance -> distance >= 0).count());
    }
  }

  @Property(tries = 1000)
  void a_search_for_some_objects_finds_the_same_paths(
      @ForAll("heaps") RandomHeap heap, @ForAll long seed) throws IOException {
    try (OpenedDump dump = OpenedDump.of(heap.heap(DumpFormat.HOTSPOT).dump().write())) {
      HeapGraph graph = dump.graph();
      BitSet wanted = new BitSet();
      new Random(seed).ints(3, 0, graph.objects()).forEach(wanted::set);
      ShortestPaths all = ShortestPaths.of(graph, HeapProgress.NONE);
      ShortestPaths some = ShortestPaths.to(wanted, graph, HeapProgress.NONE);
      wanted.stream()
          .forEach(o -> assertThat(some.path(o)).as("path to %d", o).isEqualTo(all.path(o)));
    }
  }

  private static void assertLeadsTo(HeapGraph graph, List<Integer> path, int object) {
    Set<Integer> roots =
        IntStream.range(0, graph.roots().count())
            .mapToObj(graph.roots()::object)
            .collect(Collectors.toSet());
    assertThat(roots).contains(path.get(0));
    assertThat(path).endsWith(object);
    for (int i = 1; i < path.size(); i++) {
      int from = path.get(i - 1);
      References references = graph.references().of(from);
      Set<Integer> targets = new HashSet<>();
      while (references.next()) {
        targets.add(references.target());
      }
      assertThat(targets).contains(path.get(i));
    }
  }

  @Provide
  Arbitrary<RandomHeap> heaps() {
    return RandomHeap.upTo(40);
  }
}
