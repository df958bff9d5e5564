package io.github.memoryleak.heap.inspect;

import java.util.Comparator;
import java.util.List;

/**
 * All collections of one class.
 *
 * @param className the class
 * @param collections how many
 * @param empty how many of them have no element
 * @param single how many of them have one element
 * @param elements the elements of all
 * @param capacity the elements that their arrays have room for
 * @param wasteBytes the bytes of slots that hold nothing, and all bytes of empty collections
 * @param heldBy the fields that hold them, those with the largest waste first
 */
public record CollectionTotal(
    String className,
    long collections,
    long empty,
    long single,
    long elements,
    long capacity,
    long wasteBytes,
    List<HeldBy> heldBy) {
  static final Comparator<CollectionTotal> LARGEST_FIRST =
      Comparator.comparingLong(CollectionTotal::wasteBytes)
          .reversed()
          .thenComparing(CollectionTotal::className);

  /** Copies the list. */
  public CollectionTotal {
    heldBy = List.copyOf(heldBy);
  }
}
