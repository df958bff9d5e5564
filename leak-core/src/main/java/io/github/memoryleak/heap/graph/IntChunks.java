package io.github.memoryleak.heap.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A growing list of numbers that never copies what it has. */
final class IntChunks {
  private static final int SHIFT = 20;
  private static final int SIZE = 1 << SHIFT;
  private static final int START = 1 << 8;
  private static final int MASK = SIZE - 1;

  private final List<int[]> full = new ArrayList<>();
  private int[][] chunks = {};
  private int[] last = new int[START];
  private int used;

  void add(int value) {
    if (used == last.length) {
      makeRoom();
    }
    last[used++] = value;
  }

  /** The only chunk starts small and doubles, so that a small heap costs little. */
  private void makeRoom() {
    if (last.length < SIZE) {
      last = Arrays.copyOf(last, 2 * last.length);
    } else {
      full.add(last);
      last = new int[SIZE];
      used = 0;
    }
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
    int done = 0;
    while (done < length) {
      if (used == last.length) {
        makeRoom();
      }
      int part = Math.min(length - done, last.length - used);
      System.arraycopy(from, done, last, used, part);
      used += part;
      done += part;
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
