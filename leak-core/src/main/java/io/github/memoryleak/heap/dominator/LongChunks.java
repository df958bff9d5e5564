package io.github.memoryleak.heap.dominator;

import java.util.Arrays;

/** A growing list of numbers that never copies what it has. */
final class LongChunks {
  private static final int SHIFT = 16;
  private static final int MASK = (1 << SHIFT) - 1;

  private long[][] chunks = new long[1][];
  private int size;

  void add(long value) {
    int chunk = size >>> SHIFT;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * chunk);
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new long[1 << SHIFT];
    }
    chunks[chunk][size++ & MASK] = value;
  }

  long get(int index) {
    return chunks[index >>> SHIFT][index & MASK];
  }

  int size() {
    return size;
  }

  /** Forgets all. */
  void clear() {
    chunks = new long[1][];
    size = 0;
  }
}
