package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.hprof.Segment;
import java.util.List;

/**
 * Reads a graph in two walks over the mapped file, each by several threads: the first finds classes
 * and addresses, the second references, which are packed, see {@link ReferenceTable}. The floor is
 * to see each byte of the file twice and to look up each reference once.
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
    ReferenceTable.Builder references = new ReferenceTable.Builder(tables.starts());
    references.add(ClassEdges.of(tables, numbers), 0, classes.size());
    WeakReferences weak = new WeakReferences();
    for (Walked walked : walks(tables, numbers, locals)) {
      references.add(walked.walk().references(), walked.first(), walked.end());
      weak.addAll(walked.walk().weak());
    }
    Roots roots = RootReader.read(scan.roots(), locals, classes, numbers);
    HeapGraph.Links links = new HeapGraph.Links(references.build(), roots, weak);
    return new HeapGraph(tables, numbers, model, links);
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
