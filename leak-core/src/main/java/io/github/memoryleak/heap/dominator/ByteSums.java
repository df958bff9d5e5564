package io.github.memoryleak.heap.dominator;

/**
 * Bytes for each number, in an int where all of them together fit: sizes are multiples of the
 * alignment, which is 8 bytes or more.
 */
final class ByteSums {
  private static final int SHIFT = 3;
  private static final int UNALIGNED = (1 << SHIFT) - 1;

  private final int[] units;
  private final long[] bytes;

  private ByteSums(int[] units, long[] bytes) {
    this.units = units;
    this.bytes = bytes;
  }

  /**
   * {@return room for so many numbers}
   *
   * @param count how many
   * @param total the bytes of all numbers together
   */
  static ByteSums of(int count, long total) {
    return total >>> SHIFT <= Integer.MAX_VALUE
        ? new ByteSums(new int[count], new long[0])
        : new ByteSums(new int[0], new long[count]);
  }

  void set(int number, long size) {
    if (bytes.length > 0) {
      bytes[number] = size;
    } else if ((size & UNALIGNED) == 0) {
      units[number] = (int) (size >>> SHIFT);
    } else {
      throw new IllegalArgumentException("not aligned: " + size);
    }
  }

  void add(int to, int from) {
    if (bytes.length > 0) {
      bytes[to] += bytes[from];
    } else {
      units[to] += units[from];
    }
  }

  long get(int number) {
    return bytes.length > 0 ? bytes[number] : (long) units[number] << SHIFT;
  }
}
