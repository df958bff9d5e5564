package io.github.memoryleak.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.memoryleak.heap.dominator.DominatorTree;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.path.ShortestPaths;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netbeans.lib.profiler.heap.GCRoot;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.ObjectArrayInstance;
import org.netbeans.lib.profiler.heap.ObjectFieldValue;

/** What we say about a dump of this very JVM is what others say. */
class YardsticksIT {
  private static final List<Shelf> SHELVES = new ArrayList<>();
  private static final int COUNT = 500;
  private static final int TAKES = 20;

  @TempDir static Path directory;
  private static Path dump;

  /** Something with all usual collections, some of whose contents are shared. */
  static final class Shelf {
    final Map<String, Object> byName = new HashMap<>();
    final Map<Integer, Object> sorted = new TreeMap<>();
    final Map<String, Object> concurrent = new ConcurrentHashMap<>();
    final List<Object> linked = new LinkedList<>();
    final Object[] array;

    Shelf(int number, Object shared) {
      for (int i = 0; i < number % 17; i++) {
        byName.put("name " + i, new int[i]);
        sorted.put(i, i % 2 == 0 ? shared : new Object());
        concurrent.put("key " + i, byName);
        linked.add(new StringBuilder("text " + i));
      }
      array = new Object[] {shared, sorted, null, new long[number]};
    }
  }

  @BeforeAll
  static void take_a_dump() throws IOException {
    for (int i = 0; i < COUNT; i++) {
      SHELVES.add(new Shelf(i, i == 0 ? "" : SHELVES.get(i / 2)));
    }
    HotSpotDiagnosticMXBean jvm =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    for (int take = 0; take < TAKES; take++) {
      dump = directory.resolve("self-" + take + ".hprof");
      jvm.dumpHeap(dump.toString(), true);
      if (everyRootIsInTheDump(dump)) {
        return;
      }
    }
  }

  /**
   * HotSpot leaves out a class that is loaded and not yet linked, even where the frame that loads
   * it is a root of it: NetBeans ends with a null pointer then.
   */
  private static boolean everyRootIsInTheDump(Path dump) throws IOException {
    for (Object root : HeapFactory.createHeap(dump.toFile()).getGCRoots()) {
      if (((GCRoot) root).getInstance() == null) {
        return false;
      }
    }
    return true;
  }

  @Test
  void each_class_has_as_many_instances_as_by_shark() throws IOException {
    assertThat(new OwnYardstick().instances(dump)).isEqualTo(new SharkYardstick().instances(dump));
  }

  @Test
  void each_class_has_as_many_instances_as_by_netbeans() throws IOException {
    assertThat(new OwnYardstick().instances(dump))
        .isEqualTo(new NetBeansYardstick().instances(dump));
  }

  /**
   * NetBeans counts bytes as in the dump and not as the JVM does, and takes weak references for
   * strong ones: so the sizes are added up over our dominators, below a field without any.
   */
  @Test
  void what_an_object_retains_is_what_it_retains_by_netbeans() throws IOException {
    Heap heap = HeapFactory.createHeap(dump.toFile());
    try (HprofFile file = HprofFile.open(dump, HeapProgress.NONE)) {
      HeapGraph graph = HeapGraph.read(file, false, HeapProgress.NONE);
      DominatorTree tree = DominatorTree.of(graph, HeapProgress.NONE);
      Map<Integer, Long> retained = new HashMap<>();
      for (int object : dominatedByShelves(graph, tree)) {
        long size = heap.getInstanceByID(graph.reader().address(object)).getSize();
        retained.merge(object, size, Long::sum);
        int dominator = tree.dominator(object);
        retained.merge(dominator, retained.get(object), Long::sum);
      }
      assertThat(retained).hasSizeGreaterThan(10 * COUNT);
      List<Integer> differing = new ArrayList<>();
      for (int object : dominatedByShelves(graph, tree)) {
        Instance theirs = heap.getInstanceByID(graph.reader().address(object));
        if (theirs.getRetainedSize() != retained.get(object)) {
          differing.add(object);
        }
      }
      assertThat(differing).isEmpty();
    }
  }

  /**
   * All paths to what the list of shelves dominates lead through that list, so which roots there
   * are makes no difference: the rest of each path is as long as by a plain search over the
   * references that NetBeans reads.
   */
  @Test
  void paths_are_as_short_as_a_search_over_the_references_of_netbeans_finds() throws IOException {
    Heap heap = HeapFactory.createHeap(dump.toFile());
    try (HprofFile file = HprofFile.open(dump, HeapProgress.NONE)) {
      HeapGraph graph = HeapGraph.read(file, false, HeapProgress.NONE);
      DominatorTree tree = DominatorTree.of(graph, HeapProgress.NONE);
      ShortestPaths paths = ShortestPaths.of(graph, HeapProgress.NONE);
      int shelves = shelves(graph);
      int before = paths.path(shelves).size();
      Map<Long, Integer> ours = new TreeMap<>();
      for (int object : dominatedByShelves(graph, tree)) {
        ours.put(graph.reader().address(object), paths.path(object).size() - before);
      }
      Map<Long, Integer> theirs = new TreeMap<>(distances(heap, graph.reader().address(shelves)));
      theirs.keySet().retainAll(ours.keySet());
      assertThat(ours).hasSizeGreaterThan(10 * COUNT).isEqualTo(theirs);
    }
  }

  private static Map<Long, Integer> distances(Heap heap, long start) {
    Map<Long, Integer> distances = new HashMap<>(Map.of(start, 0));
    Deque<Instance> queue = new ArrayDeque<>(List.of(heap.getInstanceByID(start)));
    while (!queue.isEmpty()) {
      Instance from = queue.remove();
      int distance = distances.get(from.getInstanceId()) + 1;
      for (Instance to : references(from)) {
        if (distances.putIfAbsent(to.getInstanceId(), distance) == null) {
          queue.add(to);
        }
      }
    }
    return distances;
  }

  private static List<Instance> references(Instance from) {
    List<Instance> references = new ArrayList<>();
    if (from instanceof ObjectArrayInstance array) {
      for (Object element : array.getValues()) {
        references.add((Instance) element);
      }
    }
    for (Object value : from.getFieldValues()) {
      if (value instanceof ObjectFieldValue field
          && !field.getField().getName().equals("referent")) {
        references.add(field.getInstance());
      }
    }
    references.removeIf(Objects::isNull);
    return references;
  }

  private static int shelves(HeapGraph graph) {
    int own = graph.classes().named(YardsticksIT.class.getName()).number();
    return graph.reader().staticReference(own, "SHELVES");
  }

  /** {@return the objects below the list of shelves, those further down first} */
  private static List<Integer> dominatedByShelves(HeapGraph graph, DominatorTree tree) {
    int shelves = shelves(graph);
    BitSet below = new BitSet();
    List<Integer> dominated = new ArrayList<>();
    for (int i = 0; i < tree.reachableObjects(); i++) {
      int object = tree.inOrder(i);
      int dominator = tree.dominator(object);
      if (dominator >= 0 && (dominator == shelves || below.get(dominator))) {
        below.set(object);
        dominated.add(0, object);
      }
    }
    return dominated;
  }
}
