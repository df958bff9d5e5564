package io.github.memoryleak.heap.inspect;

/**
 * A collection of the JDK as its user sees it.
 *
 * @param object the collection
 * @param size its elements; of a map, its entries
 * @param capacity the elements that its array has room for, 0 when it has none
 * @param wasteBytes the bytes of slots that hold nothing; of an empty collection, all its bytes
 */
record LogicalCollection(int object, long size, long capacity, long wasteBytes) {}
