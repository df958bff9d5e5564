package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.dominator.DominatorTree;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What grew between two or more dumps of the same program, by holder.
 *
 * <p>Objects are grouped by path, see {@link Grouping}. A path that has more objects in each dump
 * than in the one before, or whose objects have more bytes, has grown; the growth is told of the
 * first such path from the root, and of the field above it, see {@link Accumulations}. Two holders
 * of the same objects are one finding.
 *
 * <p>One graph is in memory at a time; of the earlier dumps only the groups are kept.
 */
public final class HeapGrowth {
  private final Names names = new Names();
  private final List<GroupTable> tables = new ArrayList<>();
  private final GrowthOptions options;
  private final HeapProgress progress;
  private final GraphObserver observer;

  private HeapGrowth(GrowthOptions options, HeapProgress progress, GraphObserver observer) {
    this.options = options;
    this.progress = progress;
    this.observer = observer;
  }

  /**
   * Compares dumps.
   *
   * @param dumps two or more files, the oldest first
   * @param options what counts as growth
   * @param progress hears how far it is
   * @return what accumulates, that with most bytes first
   * @throws IOException when a file cannot be read
   */
  public static List<GrownHolder> between(
      List<Path> dumps, GrowthOptions options, HeapProgress progress) throws IOException {
    return between(dumps, options, progress, (file, graph) -> {});
  }

  /**
   * Compares dumps, and shows each of them once it is read.
   *
   * @param dumps two or more files, the oldest first
   * @param options what counts as growth
   * @param progress hears how far it is
   * @param observer sees the dumps, the oldest first
   * @return what accumulates, that with most bytes first
   * @throws IOException when a file cannot be read
   */
  public static List<GrownHolder> between(
      List<Path> dumps, GrowthOptions options, HeapProgress progress, GraphObserver observer)
      throws IOException {
    HeapGrowth growth = new HeapGrowth(options, progress, observer);
    for (Path dump : dumps.subList(0, dumps.size() - 1)) {
      try (HprofFile file = HprofFile.open(dump, progress)) {
        HeapGraph graph = growth.read(file);
        growth.tables.add(Grouping.of(graph, growth.names, progress).table());
      }
    }
    try (HprofFile file = HprofFile.open(dumps.get(dumps.size() - 1), progress)) {
      return growth.find(growth.read(file));
    }
  }

  private HeapGraph read(HprofFile file) throws IOException {
    HeapGraph graph = HeapGraph.read(file, true, progress);
    observer.read(file, graph);
    return graph;
  }

  private List<GrownHolder> find(HeapGraph graph) {
    Grouping grouping = Grouping.of(graph, names, progress);
    tables.add(grouping.table());
    Trees trees = new Trees(tables);
    Accumulations found = new Accumulations(trees, names, options);
    if (found.tops().isEmpty()) {
      return List.of();
    }
    DominatorTree dominators = DominatorTree.of(graph, progress);
    long[] retained = Retained.of(graph, dominators, grouping, found.tops());
    CrossReferences cross = new CrossReferences(graph, grouping, found);
    Merger.Held held =
        new Merger.Held(cross, retained, groups -> RetainedSet.bytes(graph, grouping, groups));
    return new Merger(trees, names, found, held).holders();
  }
}
