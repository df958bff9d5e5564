package io.github.memoryleak.heap.hprof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/**
 * A file of any size, mapped, big-endian.
 *
 * <p>A buffer ends at 2 GiB, a file does not. So windows begin at each GiB and reach two GiB far:
 * what begins in a window and is shorter than a GiB lies in it as a whole.
 */
final class MappedBytes {
  private static final int SHIFT = 30;
  private static final long STEP = 1L << SHIFT;

  private final long size;
  private final ByteBuffer[] windows;

  MappedBytes(FileChannel channel) throws IOException {
    size = channel.size();
    windows = new ByteBuffer[(int) ((size + STEP - 1) >>> SHIFT)];
    for (int i = 0; i < windows.length; i++) {
      long start = (long) i << SHIFT;
      long length = Math.min(Integer.MAX_VALUE, size - start);
      windows[i] = channel.map(MapMode.READ_ONLY, start, length);
    }
  }

  long size() {
    return size;
  }

  /** {@return the buffer in which a position lies, with at least a GiB or the rest behind it} */
  ByteBuffer window(long position) {
    return windows[(int) (position >>> SHIFT)];
  }

  /** {@return the position of the first byte of that buffer} */
  static long windowStart(long position) {
    return position & -STEP;
  }

  private static int offset(long position) {
    return (int) (position & (STEP - 1));
  }

  int unsignedByte(long position) {
    return window(position).get(offset(position)) & 0xff;
  }

  int unsignedShort(long position) {
    return window(position).getShort(offset(position)) & 0xffff;
  }

  int integer(long position) {
    return window(position).getInt(offset(position));
  }

  long unsignedInteger(long position) {
    return integer(position) & 0xffffffffL;
  }

  long longInteger(long position) {
    return window(position).getLong(offset(position));
  }

  byte[] bytes(long position, int length) {
    byte[] bytes = new byte[length];
    window(position).get(offset(position), bytes);
    return bytes;
  }
}
