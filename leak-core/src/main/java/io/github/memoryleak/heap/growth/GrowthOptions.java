package io.github.memoryleak.heap.growth;

import java.util.List;

/**
 * What counts as growth.
 *
 * @param minObjects the objects by which a path has to grow from each dump to the next; at least 1
 * @param minBytes the bytes by which an object has to grow that does not grow in number
 * @param most how many findings there are at most, the largest first
 * @param ignored beginnings of the names of classes whose instances are not looked at
 */
public record GrowthOptions(long minObjects, long minBytes, int most, List<String> ignored) {
  /** Our own objects, which live in the JVM that is measured. */
  private static final List<String> OURS =
      List.of(
          "io.github.memoryleak.agent.",
          "io.github.memoryleak.census.",
          "io.github.memoryleak.junit.");

  /** Copies the list. */
  public GrowthOptions {
    ignored = List.copyOf(ignored);
  }

  /**
   * {@return options that leave out what the measurement itself keeps}
   *
   * @param minObjects the objects by which a path has to grow from each dump to the next
   * @param minBytes the bytes by which an object has to grow that does not grow in number
   * @param most how many findings there are at most
   */
  public static GrowthOptions of(long minObjects, long minBytes, int most) {
    return new GrowthOptions(Math.max(1, minObjects), Math.max(1, minBytes), most, OURS);
  }
}
