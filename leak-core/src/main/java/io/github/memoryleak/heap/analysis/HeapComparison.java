package io.github.memoryleak.heap.analysis;

import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.growth.DumpArrival;
import io.github.memoryleak.heap.growth.GrownHolder;
import io.github.memoryleak.heap.growth.GrowthOptions;
import io.github.memoryleak.heap.growth.HeapGrowth;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is told of several dumps of one program.
 *
 * @param dumps the dumps, the oldest first
 * @param warnings why the dumps may not be comparable, for people
 * @param classes the classes that grew, by bytes
 * @param holders what accumulates, by holder
 */
public record HeapComparison(
    List<DumpFacts> dumps,
    List<String> warnings,
    List<ClassGrowth> classes,
    List<GrownHolder> holders) {
  /** Less is what any program does between two dumps. */
  private static final int LEAST_BYTES = 1024;

  /** Copies the lists. */
  public HeapComparison {
    dumps = List.copyOf(dumps);
    warnings = List.copyOf(warnings);
    classes = List.copyOf(classes);
    holders = List.copyOf(holders);
  }

  /**
   * Compares dumps.
   *
   * @param files two or more dumps, the oldest first
   * @param top how many lines each table has
   * @param progress told how far it is
   * @return what grew
   * @throws IOException when a file cannot be read
   */
  public static HeapComparison of(List<Path> files, int top, HeapProgress progress)
      throws IOException {
    List<DumpFacts> dumps = new ArrayList<>();
    Map<String, long[]> totals = new TreeMap<>();
    List<GrownHolder> holders =
        HeapGrowth.between(
            files,
            DumpArrival.AT_ONCE,
            GrowthOptions.of(1, LEAST_BYTES, top),
            progress,
            (file, graph) -> {
              dumps.add(DumpFacts.of(file, graph));
              if (dumps.size() == 1 || dumps.size() == files.size()) {
                add(graph, totals, dumps.size() == 1 ? 0 : 2);
              }
            });
    return new HeapComparison(dumps, Differences.of(dumps), grown(totals, top), holders);
  }

  private static void add(HeapGraph graph, Map<String, long[]> totals, int at) {
    for (HeapClass type : graph.classes().all()) {
      long[] sums = totals.computeIfAbsent(type.name(), name -> new long[4]);
      sums[at] += type.instances();
      sums[at + 1] += type.bytes();
    }
  }

  private static List<ClassGrowth> grown(Map<String, long[]> totals, int top) {
    List<ClassGrowth> grown = new ArrayList<>();
    totals.forEach((name, s) -> grown.add(new ClassGrowth(name, s[0], s[2], s[1], s[3])));
    return grown.stream()
        .filter(c -> c.bytes() > 0 || c.objects() > 0)
        .sorted(ClassGrowth.LARGEST_FIRST)
        .limit(top)
        .toList();
  }

  /** {@return by how many bytes the heap grew from the first dump to the last} */
  public long bytesGrown() {
    return last().bytes() - first().bytes();
  }

  /** {@return the same as a fraction of the first dump, 0.2 for 20%} */
  public double share() {
    return first().bytes() == 0 ? 0 : (double) bytesGrown() / first().bytes();
  }

  /** {@return the oldest dump} */
  public DumpFacts first() {
    return dumps.get(0);
  }

  /** {@return the latest dump} */
  public DumpFacts last() {
    return dumps.get(dumps.size() - 1);
  }
}
