package io.github.memoryleak.heap.inspect;

import java.util.Comparator;

/**
 * The collections, or the arrays, that one field holds.
 *
 * @param holder the field
 * @param collections how many it holds, in all objects of its class together
 * @param wasteBytes what they waste
 */
public record HeldBy(Holder holder, long collections, long wasteBytes) {
  static final Comparator<HeldBy> LARGEST_FIRST =
      Comparator.comparingLong(HeldBy::wasteBytes)
          .reversed()
          .thenComparing(h -> h.holder().className())
          .thenComparing(h -> h.holder().field());
}
