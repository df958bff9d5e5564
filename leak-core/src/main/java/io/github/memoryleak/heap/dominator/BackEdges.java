package io.github.memoryleak.heap.dominator;

import java.util.Arrays;

/**
 * The references that lead from a later number to an earlier one, by target: a chain for each. They
 * come in the order of the search, so chains need neither sorting nor a second table.
 */
final class BackEdges {
  /** Ends each chain. */
  static final int NONE = 0;

  private static final int SHIFT = 16;
  private static final int MASK = (1 << SHIFT) - 1;

  /** The last edge to each number; afterwards {@link SemiNca} keeps the dominators here. */
  private final int[] last;

  /** The source of each edge above, the next edge of its chain below. */
  private long[][] chunks = new long[1][];

  private int edges;

  BackEdges(int numbers) {
    last = new int[numbers];
  }

  void add(int source, int target) {
    int edge = ++edges;
    int chunk = edge >>> SHIFT;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * chunk);
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new long[1 << SHIFT];
    }
    chunks[chunk][edge & MASK] = (long) source << Integer.SIZE | last[target];
    last[target] = edge;
  }

  /** {@return the first edge of the chain to a number, or {@link #NONE}} */
  int first(int target) {
    return last[target];
  }

  /** {@return the next edge of a chain, or {@link #NONE}} */
  int next(int edge) {
    return (int) chunks[edge >>> SHIFT][edge & MASK];
  }

  int source(int edge) {
    return (int) (chunks[edge >>> SHIFT][edge & MASK] >>> Integer.SIZE);
  }

  /**
   * {@return a table with an entry for each number, whose chain is not asked for again once the
   * entry was written}
   */
  int[] reused() {
    return last;
  }

  /** Forgets the edges, not the table. */
  void clear() {
    chunks = new long[0][];
  }
}
