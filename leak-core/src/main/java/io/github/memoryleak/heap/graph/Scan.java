package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.hprof.Segment;
import io.github.memoryleak.heap.hprof.SubRecordVisitor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first walk over a dump, or over a part of it: which classes and roots there are, how many
 * objects of each class, and, for a graph, at which addresses.
 */
final class Scan implements SubRecordVisitor {
  private final HprofFile file;
  private final SizeModel model;
  private final @Nullable AddressBits bits;
  private final ClassCounts counts = new ClassCounts();
  private final long[] primitiveCounts = new long[FieldType.values().length];
  private final long[] primitiveBytes = new long[FieldType.values().length];
  private final LongList classPositions = new LongList();
  private final RootList roots = new RootList();
  private final LongList segmentObjects = new LongList();

  private final Runs runs = new Runs();

  private long objects;
  private long lastId = -1;
  private int lastSlot = -1;
  private boolean cut;

  private Scan(HprofFile file, SizeModel model, boolean index) {
    this.file = file;
    this.model = model;
    bits = index ? new AddressBits(2 * file.size() + (64L << 20)) : null;
  }

  /**
   * Walks over the whole dump, with several threads.
   *
   * @param index whether to note addresses
   */
  static Scan of(HprofFile file, SizeModel model, boolean index, HeapProgress progress)
      throws HprofException {
    Parts parts = Parts.of(file.records().segments());
    List<Scan> scans =
        parts.each(
            "finding objects",
            progress,
            (number, part, done) -> {
              Scan scan = new Scan(file, model, index);
              for (Segment segment : part) {
                scan.walk(segment);
                done.accept(segment.size());
              }
              return scan;
            });
    Scan first = scans.get(0);
    scans.subList(1, scans.size()).forEach(first::addAll);
    return first;
  }

  private void walk(Segment segment) throws HprofException {
    long before = objects;
    lastSlot = -1;
    file.walk(segment, this);
    segmentObjects.add(objects - before);
  }

  @Override
  public void instance(long position, long id, long classId, int length) {
    next(id);
    int slot = counts.slot(classId);
    counts.count(slot, 0);
    lastSlot = slot;
  }

  @Override
  public void objectArray(long position, long id, long classId, int length) {
    next(id);
    counts.count(counts.slot(classId), model.arraySize(FieldType.OBJECT, length));
  }

  @Override
  public void primitiveArray(long position, long id, FieldType type, int length) {
    next(id);
    primitiveCounts[type.ordinal()]++;
    primitiveBytes[type.ordinal()] += model.arraySize(type, length);
  }

  @Override
  public void classDump(long position, long id) {
    classPositions.add(position);
    lastSlot = -1;
  }

  @Override
  public void root(int tag, long id, int thread, int frame) {
    roots.add(tag, id, thread, frame);
  }

  @Override
  public void cut() {
    cut = true;
  }

  private void next(long id) {
    objects++;
    if (runs.add(id) && lastSlot >= 0) {
      counts.noteGap(lastSlot, id - lastId);
    }
    lastSlot = -1;
    lastId = id;
    if (bits != null) {
      bits.add(id);
    }
  }

  private void addAll(Scan later) {
    runs.addAll(later.runs);
    objects += later.objects;
    cut |= later.cut;
    counts.addAll(later.counts);
    for (int i = 0; i < primitiveCounts.length; i++) {
      primitiveCounts[i] += later.primitiveCounts[i];
      primitiveBytes[i] += later.primitiveBytes[i];
    }
    classPositions.addAll(later.classPositions);
    roots.addAll(later.roots);
    segmentObjects.addAll(later.segmentObjects);
    if (bits != null && later.bits != null) {
      bits.addAll(later.bits);
    }
  }

  long objects() {
    return objects;
  }

  /** {@return the stretches in which addresses ascend} */
  Runs runs() {
    return runs;
  }

  boolean isCut() {
    return cut;
  }

  @Nullable AddressBits bits() {
    return bits;
  }

  ClassCounts counts() {
    return counts;
  }

  long primitiveArrays(FieldType type) {
    return primitiveCounts[type.ordinal()];
  }

  long primitiveArrayBytes(FieldType type) {
    return primitiveBytes[type.ordinal()];
  }

  LongList classPositions() {
    return classPositions;
  }

  RootList roots() {
    return roots;
  }

  /** {@return the number of objects in each segment, classes left out} */
  LongList segmentObjects() {
    return segmentObjects;
  }
}
