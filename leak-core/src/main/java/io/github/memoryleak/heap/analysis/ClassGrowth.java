package io.github.memoryleak.heap.analysis;

import java.util.Comparator;

/**
 * The objects of one class in the first and in the last of several dumps.
 *
 * @param className the class
 * @param objectsBefore how many there were
 * @param objectsAfter how many there are
 * @param bytesBefore their own bytes before
 * @param bytesAfter their own bytes after
 */
public record ClassGrowth(
    String className, long objectsBefore, long objectsAfter, long bytesBefore, long bytesAfter) {
  static final Comparator<ClassGrowth> LARGEST_FIRST =
      Comparator.comparingLong(ClassGrowth::bytes)
          .thenComparingLong(ClassGrowth::objects)
          .reversed()
          .thenComparing(ClassGrowth::className);

  /** {@return by how many objects it grew} */
  public long objects() {
    return objectsAfter - objectsBefore;
  }

  /** {@return by how many bytes it grew} */
  public long bytes() {
    return bytesAfter - bytesBefore;
  }
}
