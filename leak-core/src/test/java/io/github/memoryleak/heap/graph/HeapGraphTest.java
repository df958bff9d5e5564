package io.github.memoryleak.heap.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.OpenedDump;
import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpFormat;
import io.github.memoryleak.heap.dsl.Layout;
import io.github.memoryleak.heap.dsl.RandomHeap;
import io.github.memoryleak.heap.dsl.WrittenDump;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HeapGraphTest {
  @Property(tries = 1500)
  void references_are_those_of_the_heap(
      @ForAll("heaps") RandomHeap random, @ForAll("formats") DumpFormat format) throws IOException {
    RandomHeap.Heap heap = random.heap(format);
    try (OpenedDump dump = OpenedDump.of(heap.dump().write())) {
      HeapGraph graph = dump.graph();
      int[] numbers = heap.nodes().stream().mapToInt(dump::number).toArray();
      for (int i = 0; i < random.nodes(); i++) {
        List<Integer> expected = random.targets(i).stream().map(to -> numbers[to]).toList();
        assertThat(targets(graph, numbers[i])).as("targets of %d", i).isEqualTo(expected);
      }
      assertThat(IntStream.range(0, graph.roots().count()).mapToObj(graph.roots()::object))
          .containsAll(random.roots().stream().map(root -> numbers[root]).toList());
    }
  }

  @Property(tries = 1000)
  void a_label_is_the_same_when_it_is_read_again(
      @ForAll("heaps") RandomHeap random, @ForAll("formats") DumpFormat format) throws IOException {
    try (OpenedDump dump = OpenedDump.of(random.heap(format).dump().write())) {
      HeapGraph labelled = dump.graph();
      HeapGraph plain = HeapGraph.read(dump.file(), false, HeapProgress.NONE);
      for (int from = 0; from < plain.objects(); from++) {
        for (int to : targets(plain, from)) {
          assertThat(plain.labelBetween(from, to))
              .as("label from %d to %d", from, to)
              .isEqualTo(labelled.labelBetween(from, to));
        }
        assertThat(plain.labelBetween(from, from)).isEqualTo(labelled.labelBetween(from, from));
      }
    }
  }

  @Property(tries = 200)
  void several_threads_see_what_one_sees(@ForAll("heaps") RandomHeap random) throws IOException {
    try (OpenedDump dump = OpenedDump.of(random.heap(DumpFormat.HOTSPOT).dump().write())) {
      Map<Integer, Long> sizes = new TreeMap<>();
      Map<Integer, Long> concurrently = new ConcurrentSkipListMap<>();
      dump.graph().forEach((object, type, size, length) -> sizes.put(object, size));
      dump.graph()
          .forEachConcurrently((object, type, size, length) -> concurrently.put(object, size));
      assertThat(concurrently).isEqualTo(sizes);
    }
  }

  @Property(tries = 1000)
  void counts_are_those_of_the_heap(
      @ForAll("heaps") RandomHeap random, @ForAll("formats") DumpFormat format) throws IOException {
    Dump dump = random.heap(format).dump();
    WrittenDump written = dump.write();
    try (OpenedDump opened = OpenedDump.of(written)) {
      Map<String, Long> expected = new TreeMap<>();
      dump.histogram().forEach((name, total) -> expected.put(name, total.instances()));
      assertThat(instances(opened.graph())).isEqualTo(expected);
      Map<String, Long> walked = new TreeMap<>();
      Histogram.of(opened.file(), HeapProgress.NONE)
          .classes()
          .forEach(c -> add(walked, c, c.instances()));
      assertThat(walked).isEqualTo(expected);
    }
  }

  private static Map<String, Long> instances(HeapGraph graph) {
    Map<String, Long> instances = new TreeMap<>();
    graph.forEach(
        (object, classNumber, size, length) -> {
          assertThat(graph.classOf(object)).isEqualTo(classNumber);
          assertThat(graph.shallowSize(object)).isEqualTo(size);
          add(instances, graph.classes().get(classNumber), 1);
        });
    return instances;
  }

  private static void add(Map<String, Long> instances, HeapClass c, long count) {
    if (count > 0) {
      instances.merge(internal(c.name()), count, Long::sum);
    }
  }

  private static String internal(String name) {
    return name.endsWith("[]") ? "[L" + name.substring(0, name.length() - 2) + ";" : name;
  }

  private static List<Integer> targets(HeapGraph graph, int from) {
    List<Integer> targets = new ArrayList<>();
    References references = graph.references().of(from);
    while (references.next()) {
      targets.add(references.target());
    }
    return targets;
  }

  @Provide
  Arbitrary<RandomHeap> heaps() {
    return RandomHeap.upTo(40);
  }

  @Provide
  Arbitrary<DumpFormat> formats() {
    DumpFormat hotspot = DumpFormat.HOTSPOT;
    return Arbitraries.of(
        hotspot,
        DumpFormat.BITS_32,
        hotspot.withVersion("1.0.1").withSegment(0),
        hotspot.withSegment(1),
        hotspot.withSegment(200),
        hotspot.withClassesInBetween(),
        hotspot.withRootsFirst().withSegment(100),
        hotspot.withLayout(Layout.descendingFrom(0x7_2000_0000L)),
        hotspot.withLayout(Layout.sparse(1)),
        hotspot.withLayout(Layout.sparse(2)).withClassesInBetween().withSegment(64));
  }
}
