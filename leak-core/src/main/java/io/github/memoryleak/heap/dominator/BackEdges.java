package io.github.memoryleak.heap.dominator;

import java.util.Arrays;

/** The references that lead from a later number to an earlier one, as they were found. */
final class BackEdges {
  private int[] from = new int[1 << 10];
  private int[] to = new int[1 << 10];
  private int count;

  void add(int source, int target) {
    if (count == from.length) {
      int more = (int) Math.min(Integer.MAX_VALUE - 8L, count + (count >> 1));
      from = Arrays.copyOf(from, more);
      to = Arrays.copyOf(to, more);
    }
    from[count] = source;
    to[count++] = target;
  }

  int count() {
    return count;
  }

  int from(int edge) {
    return from[edge];
  }

  int to(int edge) {
    return to[edge];
  }
}
