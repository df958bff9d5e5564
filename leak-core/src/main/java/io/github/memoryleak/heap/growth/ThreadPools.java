package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.ObjectReader;
import io.github.memoryleak.heap.graph.RootKind;
import io.github.memoryleak.heap.graph.Roots;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.names.NamePattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pools of live threads in a dump, and who holds them. A pool is reachable as long as it has
 * threads, for they refer to it: so its own threads do not count, unless something else holds it.
 */
final class ThreadPools {
  private static final String WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker";
  private static final String FORK_JOIN = "java.util.concurrent.ForkJoinWorkerThread";
  private static final String TIMER = "java.util.Timer";
  private static final String TIMER_THREAD = "java.util.TimerThread";

  private final HeapGraph graph;
  private final ObjectReader reader;

  /** By thread its pool; {@link Grouping#NONE} when that is gone. */
  private final Map<Integer, Integer> pools = new LinkedHashMap<>();

  private ThreadPools(HeapGraph graph) {
    this.graph = graph;
    reader = graph.reader();
    BitSet live = liveThreads(graph.roots());
    graph.forEach((object, classNumber, size, length) -> note(object, classNumber));
    pools.keySet().removeIf(thread -> !live.get(thread));
  }

  private static BitSet liveThreads(Roots roots) {
    BitSet live = new BitSet();
    for (int i = 0; i < roots.count(); i++) {
      if (roots.kind(i) == RootKind.THREAD) {
        live.set(roots.object(i));
      }
    }
    return live;
  }

  private void note(int object, int classNumber) {
    HeapClass c = graph.classes().get(classNumber);
    if (c.name().equals(WORKER)) {
      pools.put(reader.reference(object, "thread"), reader.reference(object, "this$0"));
    } else if (c.isSubclassOf(FORK_JOIN)) {
      pools.put(object, reader.reference(object, "pool"));
    } else if (c.isSubclassOf(TIMER)) {
      pools.put(reader.reference(object, "thread"), object);
    } else if (c.isSubclassOf(TIMER_THREAD)) {
      pools.putIfAbsent(object, Grouping.NONE);
    }
  }

  /**
   * {@return how many pools there are of each sort}
   *
   * @param graph the heap
   * @param progress hears how far it is
   */
  static Map<GrownPool, Long> count(HeapGraph graph, HeapProgress progress) {
    ThreadPools found = new ThreadPools(graph);
    return found.pools.isEmpty() ? Map.of() : found.count(progress);
  }

  private Map<GrownPool, Long> count(HeapProgress progress) {
    Names names = new Names();
    Grouping grouping = Grouping.withOwners(graph, names, pools, progress);
    PathText text = new PathText(grouping.table(), names);
    Map<GrownPool, BitSet> sorts = new LinkedHashMap<>();
    pools.forEach(
        (thread, pool) ->
            sorts
                .computeIfAbsent(
                    sort(thread, pool, grouping.groupOf(Math.max(0, pool)), text),
                    k -> new BitSet())
                .set(pool == Grouping.NONE ? thread : pool));
    Map<GrownPool, Long> counts = new HashMap<>();
    sorts.forEach((sort, members) -> counts.put(sort, (long) members.cardinality()));
    return counts;
  }

  private GrownPool sort(int thread, int pool, int group, PathText text) {
    String name = reader.string(reader.reference(thread, "name"));
    String pattern = NamePattern.of(name == null ? "" : name);
    String threads = NormalNames.ofClass(className(thread)) + " " + pattern;
    String type = NormalNames.ofClass(pool == Grouping.NONE ? TIMER : className(pool));
    return pool == Grouping.NONE || group < 0
        ? new GrownPool(threads, "thread " + pattern, lost(thread, pattern, type), type, 0)
        : new GrownPool(threads, text.holder(group), text.path(group), type, 0);
  }

  private List<String> lost(int thread, String pattern, String type) {
    List<String> path = new ArrayList<>(List.of("thread " + pattern));
    HeapClass c = graph.classes().get(graph.classOf(thread));
    if (!c.isSubclassOf(TIMER_THREAD)) {
      path.add(c.isSubclassOf(FORK_JOIN) ? FORK_JOIN + ".pool" : WORKER + ".this$0");
      path.add(type);
    }
    return path;
  }

  private String className(int object) {
    return graph.classes().get(graph.classOf(object)).name();
  }

  /**
   * {@return the pools that became more, those with most growth first}
   *
   * @param first how many there were
   * @param last how many there are
   */
  static List<GrownPool> grown(Map<GrownPool, Long> first, Map<GrownPool, Long> last) {
    List<GrownPool> grown = new ArrayList<>();
    last.forEach(
        (sort, count) -> {
          long growth = count - first.getOrDefault(sort, 0L);
          if (growth > 0) {
            grown.add(
                new GrownPool(sort.threads(), sort.holder(), sort.path(), sort.type(), growth));
          }
        });
    grown.sort(
        java.util.Comparator.comparingLong((GrownPool p) -> -p.growth())
            .thenComparing(GrownPool::holder));
    return grown;
  }
}
