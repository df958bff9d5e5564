package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.hprof.Segment;
import java.util.List;

/**
 * Reads a graph in two walks over the mapped file, each by several threads: the first finds classes
 * and addresses, the second references, which become a compressed sparse row. The floor is to see
 * each byte of the file twice and to look up each reference once.
 */
final class GraphReader {
  private final HprofFile file;
  private final HeapProgress progress;
  private final Scan scan;
  private final SizeModel model;

  GraphReader(HprofFile file, HeapProgress progress) throws HprofException {
    this.file = file;
    this.progress = progress;
    model = SizeEvidence.infer(file);
    scan = Scan.of(file, model, true, progress);
  }

  HeapGraph read(boolean labelled) throws HprofException {
    ClassTable classes = new ClassReader(file, scan, model).read();
    Numbers numbers = Numbers.of(file, scan, classes);
    GraphTables tables = GraphTables.of(file, classes, scan, labelled);
    ThreadLocals locals = new ThreadLocals(scan.roots());
    Edges edges = ClassEdges.of(tables, numbers);
    WeakReferences weak = new WeakReferences();
    for (Walked walked : walks(tables, numbers, locals)) {
      tables.shift(walked.first(), walked.end(), edges.size());
      edges.addAll(walked.walk().edges());
      weak.addAll(walked.walk().weak());
    }
    tables.firstEdge()[tables.firstEdge().length - 1] = edges.size();
    edges.freeze();
    Roots roots = RootReader.read(scan.roots(), locals, classes, numbers);
    return new HeapGraph(tables, numbers, model, new HeapGraph.Links(edges, roots, weak));
  }

  /** A part of the second walk, with the numbers of its objects. */
  private record Walked(EdgeWalk walk, int first, int end) {}

  private List<Walked> walks(GraphTables tables, Numbers numbers, ThreadLocals locals)
      throws HprofException {
    Parts parts = Parts.of(file.records().segments());
    return parts.each(
        "reading references",
        progress,
        (number, part, done) -> {
          int segment = parts.firstSegment(number);
          int first = tables.firstNumber(segment);
          EdgeWalk walk = new EdgeWalk(tables, numbers, locals, first);
          for (Segment s : part) {
            file.walk(s, walk);
            done.accept(s.size());
          }
          return new Walked(walk, first, tables.firstNumber(segment + part.size()));
        });
  }
}
