package io.github.memoryleak.growth;

import java.util.Arrays;

/**
 * One key over the rounds of a subject: level 0 is the baseline, level i the census after round i.
 *
 * @param before loops before the baseline: an array that doubles when it is full was filled by them
 *     too
 * @param loops loops of each round; one entry a round
 * @param counts instances or threads; one entry more than rounds
 * @param bytes shallow bytes; one entry more than rounds
 */
public record Series(long before, int[] loops, long[] counts, long[] bytes) {

  /**
   * Checks the lengths.
   *
   * @throws IllegalArgumentException when they do not fit together
   */
  public Series {
    if (counts.length != loops.length + 1 || bytes.length != counts.length) {
      throw new IllegalArgumentException(
          loops.length + " rounds need " + (loops.length + 1) + " levels, not " + counts.length);
    }
  }

  /** {@return how many rounds there are} */
  public int rounds() {
    return loops.length;
  }

  /**
   * {@return growth of the count between two levels; negative when it fell}
   *
   * @param from the earlier level, from 0
   * @param to the later level
   */
  public long countGrowth(int from, int to) {
    return counts[to] - counts[from];
  }

  /**
   * {@return growth of the bytes between two levels; negative when they fell}
   *
   * @param from the earlier level, from 0
   * @param to the later level
   */
  public long byteGrowth(int from, int to) {
    return bytes[to] - bytes[from];
  }

  /**
   * {@return loops between two levels}
   *
   * @param from the earlier level, from 0
   * @param to the later level
   */
  public long loops(int from, int to) {
    long sum = 0;
    for (int round = from; round < to; round++) {
      sum += loops[round];
    }
    return sum;
  }

  /**
   * {@return the latest level at which at most half of the loops up to the given one were done,
   * those before the baseline counted; else the baseline}
   *
   * @param level from 1
   */
  public int halfOf(int level) {
    long half = (before + loops(0, level)) / 2;
    int at = level - 1;
    while (at > 0 && before + loops(0, at) > half) {
      at--;
    }
    return at;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series that
        && before == that.before
        && Arrays.equals(loops, that.loops)
        && Arrays.equals(counts, that.counts)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    int levels = 31 * Arrays.hashCode(counts) + Arrays.hashCode(bytes);
    return 31 * (31 * Arrays.hashCode(loops) + levels) + Long.hashCode(before);
  }

  @Override
  public String toString() {
    return "before "
        + before
        + ", loops "
        + Arrays.toString(loops)
        + ", counts "
        + Arrays.toString(counts)
        + ", bytes "
        + Arrays.toString(bytes);
  }
}
