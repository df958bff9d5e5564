package io.github.memoryleak.census;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

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

  /** {@return the direct memory of these buffers, in bytes; those on the heap have none} */
  static long size(Buffer... buffers) {
    long size = 0;
    for (Buffer buffer : buffers) {
      size += buffer.isDirect() ? (long) buffer.capacity() * width(buffer) : 0;
    }
    return size;
  }

  private static int width(Buffer buffer) {
    if (buffer instanceof LongBuffer) {
      return Long.BYTES;
    }
    return buffer instanceof IntBuffer ? Integer.BYTES : Character.BYTES;
  }
}
