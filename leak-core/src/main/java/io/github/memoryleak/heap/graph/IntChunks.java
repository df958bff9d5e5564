package io.github.memoryleak.heap.graph;

import java.util.ArrayList;
import java.util.List;

/** A growing list of numbers that never copies what it has. */
final class IntChunks {
  private static final int SHIFT = 20;
  private static final int SIZE = 1 << SHIFT;
  private static final int MASK = SIZE - 1;

  private final List<int[]> full = new ArrayList<>();
  private int[][] chunks = {};
  private int[] last = new int[SIZE];
  private int used;

  void add(int value) {
    if (used == SIZE) {
      full.add(last);
      last = new int[SIZE];
      used = 0;
    }
    last[used++] = value;
  }

  long size() {
    return ((long) full.size() << SHIFT) + used;
  }

  /** Takes over what another list has, and empties it. */
  void addAll(IntChunks other) {
    other.full.add(other.last);
    for (int i = 0; i < other.full.size(); i++) {
      int length = i == other.full.size() - 1 ? other.used : SIZE;
      copy(other.full.get(i), length);
      other.full.set(i, new int[0]);
    }
    other.full.clear();
    other.last = new int[0];
    other.used = 0;
  }

  private void copy(int[] from, int length) {
    int first = Math.min(length, SIZE - used);
    System.arraycopy(from, 0, last, used, first);
    used += first;
    if (first < length) {
      full.add(last);
      last = new int[SIZE];
      used = length - first;
      System.arraycopy(from, first, last, 0, used);
    }
  }

  /** Must be called before reading. */
  void freeze() {
    full.add(last);
    chunks = full.toArray(int[][]::new);
  }

  int get(int index) {
    return chunks[index >>> SHIFT][index & MASK];
  }
}
