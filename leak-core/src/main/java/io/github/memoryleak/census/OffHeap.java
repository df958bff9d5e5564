package io.github.memoryleak.census;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Memory that a class histogram does not see. */
final class OffHeap {
  private OffHeap() {}

  /**
   * {@return zeroed memory in native byte order}
   *
   * <p>Where the JVM's limit on direct memory is too small, the memory comes from the heap: a
   * constant there does no harm, it only shows in the level.
   *
   * @param size in bytes
   */
  static ByteBuffer bytes(long size) {
    int capacity = Math.toIntExact(size);
    ByteBuffer buffer;
    try {
      buffer = ByteBuffer.allocateDirect(capacity);
    } catch (OutOfMemoryError e) {
      buffer = ByteBuffer.allocate(capacity);
    }
    return buffer.order(ByteOrder.nativeOrder());
  }
}
