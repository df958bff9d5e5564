package io.github.memoryleak.heap.dominator;

/**
 * The references that a dominator may hang on, by target: those that lead from a later number to an
 * earlier one, and the few that lead on past a parent. A chain for each target; they come in the
 * order of the search, so chains need neither sorting nor a second table.
 */
final class BackEdges {
  /** Ends each chain. */
  static final int NONE = 0;

  /** The last edge to each number; afterwards {@link SemiNca} keeps something else here. */
  private final int[] last;

  /** The source of each edge above, the next edge of its chain below. */
  private final LongChunks edges = new LongChunks();

  BackEdges(int numbers) {
    last = new int[numbers];
    edges.add(NONE);
  }

  /** Adds an edge, unless it is the same as the last one to this target. */
  void add(int source, int target) {
    int before = last[target];
    if (before == NONE || source(before) != source) {
      last[target] = edges.size();
      edges.add((long) source << Integer.SIZE | before);
    }
  }

  /** {@return the first edge of the chain to a number, or {@link #NONE}} */
  int first(int target) {
    return last[target];
  }

  /** {@return the next edge of a chain, or {@link #NONE}} */
  int next(int edge) {
    return (int) edges.get(edge);
  }

  int source(int edge) {
    return (int) (edges.get(edge) >>> Integer.SIZE);
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
    edges.clear();
  }
}
