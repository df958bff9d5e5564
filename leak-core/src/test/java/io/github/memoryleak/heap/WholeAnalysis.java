package io.github.memoryleak.heap;

import io.github.memoryleak.heap.dominator.DominatorTree;
import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.Histogram;
import io.github.memoryleak.heap.graph.ObjectReader;
import io.github.memoryleak.heap.graph.References;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.path.ShortestPaths;
import java.io.IOException;
import java.nio.file.Path;

/**
 * All that the engine can say about a dump, each object looked at.
 *
 * @param objects how many
 * @param bytes their sizes
 * @param reachable how many are strongly reachable
 * @param isPartial whether the engine says that something is missing
 */
record WholeAnalysis(int objects, long bytes, int reachable, boolean isPartial) {
  private static final int LIMIT = 1000;

  static WholeAnalysis of(Path path) throws IOException {
    try (HprofFile file = HprofFile.open(path, HeapProgress.NONE)) {
      Histogram histogram = Histogram.of(file, HeapProgress.NONE);
      HeapGraph graph = HeapGraph.read(file, true, HeapProgress.NONE);
      DominatorTree tree = DominatorTree.of(graph, HeapProgress.NONE);
      ShortestPaths paths = ShortestPaths.of(graph, HeapProgress.NONE);
      if (paths.reachableObjects() != tree.reachableObjects()) {
        throw new AssertionError(
            "%d objects have a path, %d a dominator"
                .formatted(paths.reachableObjects(), tree.reachableObjects()));
      }
      graph.forEach((object, classNumber, size, length) -> look(graph, object, size, paths));
      return new WholeAnalysis(
          graph.objects(),
          histogram.bytes(),
          tree.reachableObjects(),
          file.missing().isPresent() || histogram.isCut());
    }
  }

  private static void look(HeapGraph graph, int object, long size, ShortestPaths paths) {
    if (size < 0 || graph.shallowSize(object) < 0) {
      throw new AssertionError("object %d has %d bytes".formatted(object, size));
    }
    References references = graph.references().of(object);
    while (references.next()) {
      graph.labelName(object, references.label());
    }
    paths.parentLabel(object);
    read(graph, object);
  }

  private static void read(HeapGraph graph, int object) {
    ObjectReader reader = graph.reader();
    reader.string(object);
    reader.address(object);
    int length = reader.length(object);
    HeapClass clazz = graph.classes().get(graph.classOf(object));
    if (clazz.isPrimitiveArray()) {
      reader.bytes(object, LIMIT);
    } else if (length > 0) {
      reader.element(object, 0);
      reader.element(object, length - 1);
    }
    clazz.referenceFields().forEach(field -> reader.reference(object, field.name()));
  }
}
