package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.hprof.HeapProgress;
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
 * <p>Of the earlier dumps only the groups are kept. While one dump is looked at, the next one is
 * read. Dominators are not needed: what a few holders retain is found without.
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
    return between(dumps, DumpArrival.AT_ONCE, options, progress, (file, graph) -> {});
  }

  /**
   * Compares dumps, and shows each of them once it is read.
   *
   * @param dumps two or more files, the oldest first
   * @param arrival tells when they can be read
   * @param options what counts as growth
   * @param progress hears how far it is
   * @param observer sees the dumps, the oldest first
   * @return what accumulates, that with most bytes first
   * @throws IOException when a file cannot be read
   */
  public static List<GrownHolder> between(
      List<Path> dumps,
      DumpArrival arrival,
      GrowthOptions options,
      HeapProgress progress,
      GraphObserver observer)
      throws IOException {
    try (DumpSequence sequence = new DumpSequence(dumps, arrival, progress)) {
      return new HeapGrowth(options, progress, observer).compare(sequence);
    }
  }

  private List<GrownHolder> compare(DumpSequence sequence) throws IOException {
    HeapGraph graph = next(sequence);
    while (sequence.hasNext()) {
      tables.add(Grouping.of(graph, names, progress).table());
      graph = next(sequence);
    }
    return find(graph);
  }

  private HeapGraph next(DumpSequence sequence) throws IOException {
    DumpSequence.Dump dump = sequence.next();
    observer.read(dump.file(), dump.graph());
    return dump.graph();
  }

  private List<GrownHolder> find(HeapGraph graph) {
    Grouping grouping = Grouping.of(graph, names, progress);
    tables.add(grouping.table());
    Trees trees = new Trees(tables);
    Accumulations found = new Accumulations(trees, names, options);
    if (found.tops().isEmpty()) {
      return List.of();
    }
    CrossReferences cross = new CrossReferences(graph, grouping, found);
    Merger.Held held =
        new Merger.Held(
            cross,
            sets -> RetainedSets.bytes(graph, grouping, sets),
            new Bounds(graph, grouping, found.tops()));
    return new Merger(trees, names, found, held).holders();
  }
}
