package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.dominator.DominatorTree;
import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.hprof.Concurrent;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.path.ShortestPaths;

/**
 * One heap dump, read: its objects, what dominates them, and how they are reached.
 *
 * @param file the dump, which must stay open
 * @param graph the objects and their strong references, with labels
 * @param tree the dominators and retained sizes of that graph
 * @param paths the shortest strong paths of that graph
 */
public record HeapView(HprofFile file, HeapGraph graph, DominatorTree tree, ShortestPaths paths) {
  /**
   * Reads a whole dump.
   *
   * @param file the dump
   * @param progress told how far it is
   * @return all that the analyses need
   * @throws HprofException at a byte that makes no sense
   */
  public static HeapView of(HprofFile file, HeapProgress progress) throws HprofException {
    HeapGraph graph = HeapGraph.read(file, true, progress);
    Concurrent<ShortestPaths> paths =
        Concurrent.start(() -> ShortestPaths.of(graph, HeapProgress.NONE));
    DominatorTree tree = DominatorTree.of(graph, progress);
    return new HeapView(file, graph, tree, paths.get());
  }

  /** The paths alone. */
  Reached reached() {
    return new Reached(graph, paths);
  }

  boolean isClass(int object) {
    return reached().isClass(object);
  }

  HeapClass classOf(int object) {
    return reached().classOf(object);
  }

  String name(int object) {
    return reached().name(object);
  }
}
