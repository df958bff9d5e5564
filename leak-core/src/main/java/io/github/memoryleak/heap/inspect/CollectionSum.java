package io.github.memoryleak.heap.inspect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up the collections of one class. */
final class CollectionSum {
  private final String className;
  private final int holders;
  private final Map<Holder, long[]> byHolder = new HashMap<>();
  private long collections;
  private long empty;
  private long single;
  private long elements;
  private long capacity;
  private long waste;

  CollectionSum(String className, int holders) {
    this.className = className;
    this.holders = holders;
  }

  void add(LogicalCollection collection, Holder holder) {
    collections++;
    empty += collection.size() == 0 ? 1 : 0;
    single += collection.size() == 1 ? 1 : 0;
    elements += collection.size();
    capacity += collection.capacity();
    waste += collection.wasteBytes();
    long[] held = byHolder.computeIfAbsent(holder, h -> new long[2]);
    held[0]++;
    held[1] += collection.wasteBytes();
  }

  CollectionTotal total() {
    return new CollectionTotal(
        className, collections, empty, single, elements, capacity, waste, heldBy());
  }

  private List<HeldBy> heldBy() {
    return byHolder.entrySet().stream()
        .map(e -> new HeldBy(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .sorted(HeldBy.LARGEST_FIRST)
        .limit(holders)
        .toList();
  }
}
