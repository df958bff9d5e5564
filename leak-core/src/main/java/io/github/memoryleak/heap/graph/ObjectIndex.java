package io.github.memoryleak.heap.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Ranks of object identifiers, by bits where identifiers are addresses of HotSpot, otherwise by
 * binary search.
 */
final class ObjectIndex {
  private final @Nullable AddressBits bits;
  private final long[] sorted;

  private ObjectIndex(@Nullable AddressBits bits, long[] sorted) {
    this.bits = bits;
    this.sorted = sorted;
  }

  static ObjectIndex of(AddressBits bits) {
    bits.rank();
    return new ObjectIndex(bits, new long[0]);
  }

  /** {@return an index of any identifiers; the array is taken over} */
  static ObjectIndex of(long[] ids) {
    Arrays.sort(ids);
    int distinct = 0;
    for (int i = 0; i < ids.length; i++) {
      if (i == 0 || ids[i] != ids[i - 1]) {
        ids[distinct++] = ids[i];
      }
    }
    return new ObjectIndex(null, Arrays.copyOf(ids, distinct));
  }

  /** {@return how many different identifiers there are} */
  int count() {
    return bits == null ? sorted.length : bits.count();
  }

  /** {@return the rank, or -1} */
  int rankOf(long id) {
    if (bits != null) {
      return bits.rankOf(id);
    }
    int found = Arrays.binarySearch(sorted, id);
    return found < 0 ? -1 : found;
  }
}
