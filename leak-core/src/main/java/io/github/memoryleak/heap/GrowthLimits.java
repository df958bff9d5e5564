package io.github.memoryleak.heap;

import io.github.memoryleak.heap.analysis.HeapComparison;
import io.github.memoryleak.heap.growth.GrownHolder;
import io.github.memoryleak.report.Units;
import java.util.Optional;

/**
 * Which growth of the heap is too much: that which exceeds both limits.
 *
 * @param share tolerated growth as a fraction of the first dump
 * @param bytes tolerated growth in bytes
 */
record GrowthLimits(double share, long bytes) {
  static final GrowthLimits NONE = new GrowthLimits(0, Long.MAX_VALUE);

  /** What is too much, with the actual figures and the limits; empty when nothing is. */
  Optional<String> exceededBy(HeapComparison comparison) {
    long grown = comparison.bytesGrown();
    if (grown <= bytes || comparison.share() <= share) {
      return Optional.empty();
    }
    return Optional.of(
        "The heap grew by "
            + Units.bytes(grown)
            + " ("
            + Units.percent(100 * comparison.share())
            + "), from "
            + Units.bytes(comparison.first().bytes())
            + " to "
            + Units.bytes(comparison.last().bytes())
            + ": more than heapGrowthBytes "
            + Units.bytes(bytes)
            + " and heapGrowth "
            + Units.percent(100 * share)
            + "."
            + largest(comparison));
  }

  private static String largest(HeapComparison comparison) {
    return comparison.holders().stream()
        .filter(holder -> !holder.soft())
        .findFirst()
        .map(GrownHolder::holder)
        .map(holder -> " Most of it is held by " + holder + ".")
        .orElse("");
  }
}
