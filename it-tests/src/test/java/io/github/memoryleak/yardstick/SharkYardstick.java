package io.github.memoryleak.yardstick;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import kotlin.sequences.Sequence;
import shark.CloseableHeapGraph;
import shark.HeapAnalysis;
import shark.HeapAnalysisSuccess;
import shark.HeapAnalyzer;
import shark.HeapObject;
import shark.HprofHeapGraph;
import shark.HprofIndex;
import shark.LeakingObjectFinder;

/** Shark, the library of LeakCanary. */
public final class SharkYardstick implements Yardstick {
  private static final String CLASS = "java.lang.Class";

  @Override
  public Map<String, Long> instances(Path dump) throws IOException {
    Map<String, Long> instances = new TreeMap<>();
    try (CloseableHeapGraph graph = open(dump)) {
      each(graph.getInstances(), o -> add(instances, o.getInstanceClassName()));
      each(graph.getObjectArrays(), o -> add(instances, o.getArrayClassName()));
      each(graph.getPrimitiveArrays(), o -> add(instances, o.getArrayClassName()));
    }
    instances.remove(CLASS);
    return instances;
  }

  private static CloseableHeapGraph open(Path dump) {
    return HprofHeapGraph.Companion.openHeapGraph(
        dump.toFile(), null, HprofIndex.Companion.defaultIndexedGcRootTags());
  }

  /**
   * Prints how many objects a dump has or, when a class is named, how many of its instances have a
   * path from a root.
   */
  public static void main(String[] args) throws IOException {
    Path dump = Path.of(args[0]);
    System.out.println(
        args.length == 1 ? total(new SharkYardstick().instances(dump)) : paths(dump, args[1]));
  }

  private static long paths(Path dump, String className) throws IOException {
    LeakingObjectFinder instances =
        graph -> {
          Set<Long> ids = new HashSet<>();
          HeapObject.HeapClass wanted = Objects.requireNonNull(graph.findClassByName(className));
          each(wanted.getInstances(), o -> ids.add(o.getObjectId()));
          return ids;
        };
    try (CloseableHeapGraph graph = open(dump)) {
      return found(
          new HeapAnalyzer(step -> {})
              .analyze(
                  dump.toFile(), graph, instances, List.of(), false, List.of(), none -> Map.of()));
    }
  }

  private static long found(HeapAnalysis analysis) {
    if (analysis instanceof HeapAnalysisSuccess success) {
      return success.getApplicationLeaks().stream().mapToLong(l -> l.getLeakTraces().size()).sum();
    }
    throw new IllegalStateException(analysis.toString());
  }

  static long total(Map<String, Long> instances) {
    return instances.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void add(Map<String, Long> instances, String name) {
    instances.merge(name, 1L, Long::sum);
  }

  private static <T extends HeapObject> void each(Sequence<T> objects, Consumer<T> action) {
    Iterator<T> iterator = objects.iterator();
    while (iterator.hasNext()) {
      action.accept(iterator.next());
    }
  }
}
