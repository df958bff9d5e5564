package io.github.memoryleak.heap.dominator;

import java.util.Arrays;

/**
 * The shape of a tree in two bits a node, in the order of a depth-first search: for each node a bit
 * for each level that the search left since the node before, and one that ends them.
 */
final class TreeShape {
  private final long[] bits;
  private long length;

  /** Makes room for so many nodes. */
  TreeShape(int nodes) {
    bits = new long[(nodes >>> 5) + 2];
  }

  /** Adds a node after so many levels were left. */
  void add(int levels) {
    int left = levels;
    while (left >= Long.SIZE) {
      ones(Long.SIZE - 1);
      left -= Long.SIZE - 1;
    }
    ones(left);
    length++;
  }

  /**
   * Adds fewer than 64 bits at once: a loop over bits would be mispredicted at nearly each node.
   */
  private void ones(int count) {
    int word = (int) (length >>> 6);
    int offset = (int) length & Long.SIZE - 1;
    long ones = (1L << count) - 1;
    bits[word] |= ones << offset;
    if (offset + count > Long.SIZE) {
      bits[word + 1] |= ones >>> Long.SIZE - offset;
    }
    length += count;
  }

  Reader reader() {
    return new Reader();
  }

  /** Tells the parents of the nodes, one after another; number 0 is above the first one. */
  final class Reader {
    private int[] path = new int[1 << 10];
    private int depth;
    private long at;
    private int node;

    /** {@return how many levels are left next, at most 63} */
    private int ones() {
      int offset = (int) at & Long.SIZE - 1;
      long next = bits[(int) (at >>> 6)] >>> offset;
      if (offset > 0) {
        next |= bits[(int) (at >>> 6) + 1] << Long.SIZE - offset;
      }
      return Math.min(Long.SIZE - 1, Long.numberOfTrailingZeros(~next));
    }

    /** {@return the parent of the next node} */
    int parent() {
      int ones = ones();
      while (ones == Long.SIZE - 1) {
        depth -= ones;
        at += ones;
        ones = ones();
      }
      depth -= ones;
      at += ones + 1;
      int parent = path[depth];
      if (++depth == path.length) {
        path = Arrays.copyOf(path, 2 * depth);
      }
      path[depth] = ++node;
      return parent;
    }
  }
}
