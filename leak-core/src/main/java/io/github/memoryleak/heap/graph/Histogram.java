package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.util.List;

/**
 * Instances and bytes by class, in one walk that keeps nothing of an object.
 *
 * @param classes the classes with their counts
 * @param objects all objects, classes included
 * @param bytes the bytes of all objects
 * @param isCut whether the file ends within an object, so that some are missing
 */
public record Histogram(List<HeapClass> classes, long objects, long bytes, boolean isCut) {

  /** Copies the list. */
  public Histogram {
    classes = List.copyOf(classes);
  }

  /**
   * Counts.
   *
   * @param file the dump
   * @param progress hears of bytes walked over
   * @return the classes, those with most bytes first
   * @throws HprofException at a byte that makes no sense
   */
  public static Histogram of(HprofFile file, HeapProgress progress) throws HprofException {
    SizeModel model = SizeEvidence.infer(file);
    Scan scan = Scan.of(file, model, false, progress);
    ClassTable table = new ClassReader(file, scan, model).read();
    List<HeapClass> classes =
        table.all().stream()
            .sorted(java.util.Comparator.comparingLong(HeapClass::bytes).reversed())
            .toList();
    return new Histogram(
        classes,
        classes.stream().mapToLong(HeapClass::instances).sum(),
        classes.stream().mapToLong(HeapClass::bytes).sum(),
        scan.isCut());
  }
}
