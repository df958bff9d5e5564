package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.References;
import io.github.memoryleak.heap.graph.Roots;
import io.github.memoryleak.heap.hprof.Concurrent;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What would be freed with some groups together, exactly: what a search from the roots does not
 * reach when it stops at them. Objects that two holders share are dominated by neither.
 *
 * <p>Seven sets of groups are looked at in one search, and two searches at a time. Each object has
 * a bit for each set: whether it is reached without that set, and one more: whether it is reached
 * at all, for what only soft references hold is nobody's. Nearly all objects are below no set, get
 * all bits at once and are visited once; an object that gets a bit more is visited again.
 */
final class RetainedSets {
  private static final int BATCH = Byte.SIZE - 1;

  private final HeapGraph graph;
  private final References references;
  private final Grouping grouping;

  /** The bits of the sets that do not hold a group. */
  private final byte[] allowed;

  private final byte[] reached;
  private int[] stack = new int[1 << 16];
  private int depth;

  private RetainedSets(HeapGraph graph, Grouping grouping) {
    this.graph = graph;
    references = graph.references();
    this.grouping = grouping;
    allowed = new byte[grouping.table().size()];
    reached = new byte[graph.objects()];
  }

  /** {@return the bytes that each set of groups retains, of objects that are strongly reachable} */
  static long[] bytes(HeapGraph graph, Grouping grouping, List<BitSet> sets) {
    long[] bytes = new long[sets.size()];
    if (sets.size() <= BATCH) {
      every(1, 0, new RetainedSets(graph, grouping), sets, bytes);
    } else {
      Concurrent<Integer> other =
          Concurrent.start(() -> every(2, 1, new RetainedSets(graph, grouping), sets, bytes));
      every(2, 0, new RetainedSets(graph, grouping), sets, bytes);
      other.get();
    }
    return bytes;
  }

  /** Looks at every so many batches, from one on. {@return how many sets there are} */
  private static int every(
      int step, int first, RetainedSets search, List<BitSet> sets, long[] bytes) {
    for (int from = first * BATCH; from < sets.size(); from += step * BATCH) {
      search.run(sets.subList(from, Math.min(sets.size(), from + BATCH)), from, bytes);
    }
    return sets.size();
  }

  private void run(List<BitSet> sets, int from, long[] bytes) {
    int atAll = 1 << sets.size();
    int all = 2 * atAll - 1;
    Arrays.fill(allowed, (byte) all);
    Arrays.fill(reached, (byte) 0);
    for (int i = 0; i < sets.size(); i++) {
      int bit = 1 << i;
      sets.get(i).stream().forEach(group -> allowed[group] &= (byte) ~bit);
    }
    search(all);
    graph.forEach(
        (object, type, size, length) -> {
          int missing = all & ~reached[object];
          if (missing != 0 && (missing & atAll) == 0) {
            for (int i = 0; i < sets.size(); i++) {
              bytes[from + i] += (missing >> i & 1) * size;
            }
          }
        });
  }

  private void search(int all) {
    Roots roots = graph.roots();
    for (int i = 0; i < roots.count(); i++) {
      reach(roots.object(i), all);
      while (depth > 0) {
        int object = stack[--depth];
        int bits = reached[object] & 0xff;
        references.of(object);
        while (references.next()) {
          reach(references.target(), bits);
        }
      }
    }
  }

  private void reach(int object, int bits) {
    int before = reached[object] & 0xff;
    if ((bits & ~before) == 0) {
      return;
    }
    int group = grouping.groupOf(object);
    int now = before | (group < 0 ? bits : bits & allowed[group]);
    if (now != before) {
      reached[object] = (byte) now;
      if (depth == stack.length) {
        stack = Arrays.copyOf(stack, 2 * depth);
      }
      stack[depth++] = object;
    }
  }
}
