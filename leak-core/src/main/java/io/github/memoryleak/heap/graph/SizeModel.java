package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import java.util.List;

/**
 * How large the JVM makes objects: a dump does not say so.
 *
 * @param header bytes before the first field
 * @param reference bytes of a reference
 * @param arrayBase bytes before the first element of an array of small elements
 * @param alignment what sizes are multiples of
 * @param compacted whether objects lie side by side, so that a distance tells a size
 */
record SizeModel(int header, int reference, int arrayBase, int alignment, boolean compacted) {
  /** What JVMs do, the usual first; see {@code objArrayOop.hpp} and {@code arrayOop.hpp}. */
  private static final List<SizeModel> WIDE =
      List.of(
          new SizeModel(12, 4, 16, 8),
          new SizeModel(12, 8, 16, 8),
          new SizeModel(8, 4, 12, 8),
          new SizeModel(8, 8, 12, 8),
          new SizeModel(16, 8, 24, 8),
          new SizeModel(16, 8, 20, 8),
          new SizeModel(16, 4, 24, 8),
          new SizeModel(16, 4, 20, 8));

  private static final List<SizeModel> NARROW = List.of(new SizeModel(8, 4, 12, 8));

  SizeModel(int header, int reference, int arrayBase, int alignment) {
    this(header, reference, arrayBase, alignment, false);
  }

  /** {@return the models that are possible with identifiers of so many bytes} */
  static List<SizeModel> candidates(int idSize) {
    return idSize == Long.BYTES ? WIDE : NARROW;
  }

  SizeModel alignedTo(int bytes) {
    return new SizeModel(header, reference, arrayBase, bytes, compacted);
  }

  SizeModel compacted(boolean isCompacted) {
    return new SizeModel(header, reference, arrayBase, alignment, isCompacted);
  }

  /** {@return the size of an array in bytes} */
  long arraySize(FieldType element, long length) {
    int size = size(element);
    long base = size == Long.BYTES ? arrayBase + 7 & ~7 : arrayBase;
    return align(base + length * size);
  }

  int size(FieldType type) {
    return type.bytes(reference);
  }

  long align(long bytes) {
    return bytes + alignment - 1 & -alignment;
  }
}
