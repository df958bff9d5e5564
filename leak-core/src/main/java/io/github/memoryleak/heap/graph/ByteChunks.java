package io.github.memoryleak.heap.graph;

import java.util.ArrayList;
import java.util.List;

/** A growing list of bytes that never copies what it has. */
final class ByteChunks {
  private static final int SHIFT = 20;
  private static final int SIZE = 1 << SHIFT;
  private static final int MASK = SIZE - 1;

  private final List<byte[]> full = new ArrayList<>();
  private byte[][] chunks = {};
  private byte[] last = new byte[SIZE];
  private int used;

  void add(byte value) {
    if (used == SIZE) {
      full.add(last);
      last = new byte[SIZE];
      used = 0;
    }
    last[used++] = value;
  }

  long size() {
    return ((long) full.size() << SHIFT) + used;
  }

  /** Takes over what another list has, and empties it. */
  void addAll(ByteChunks other) {
    other.full.add(other.last);
    for (int i = 0; i < other.full.size(); i++) {
      int length = i == other.full.size() - 1 ? other.used : SIZE;
      copy(other.full.get(i), length);
      other.full.set(i, new byte[0]);
    }
    other.full.clear();
    other.last = new byte[0];
    other.used = 0;
  }

  private void copy(byte[] from, int length) {
    int first = Math.min(length, SIZE - used);
    System.arraycopy(from, 0, last, used, first);
    used += first;
    if (first < length) {
      full.add(last);
      last = new byte[SIZE];
      used = length - first;
      System.arraycopy(from, first, last, 0, used);
    }
  }

  /** Must be called before reading. */
  void freeze() {
    full.add(last);
    chunks = full.toArray(byte[][]::new);
  }

  byte get(int index) {
    return chunks[index >>> SHIFT][index & MASK];
  }
}
