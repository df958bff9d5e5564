package io.github.memoryleak.growth;

import java.util.Arrays;

/**
 * One key over the rounds of a subject: level 0 is the baseline, level i the census after round i.
 *
 * @param loops loops of each round; one entry a round
 * @param counts instances or threads; one entry more than rounds
 * @param bytes shallow bytes; one entry more than rounds
 */
public record Series(int[] loops, long[] counts, long[] bytes) {

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
   * {@return growth of the count in a round; negative when it fell}
   *
   * @param round from 1
   */
  public long countGrowth(int round) {
    return counts[round] - counts[round - 1];
  }

  /**
   * {@return growth of the bytes in a round; negative when they fell}
   *
   * @param round from 1
   */
  public long byteGrowth(int round) {
    return bytes[round] - bytes[round - 1];
  }

  /**
   * {@return loops in the rounds from the given one to the last}
   *
   * @param first from 1
   */
  public long loopsSince(int first) {
    return Arrays.stream(loops, first - 1, loops.length).asLongStream().sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series that
        && Arrays.equals(loops, that.loops)
        && Arrays.equals(counts, that.counts)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(loops) + Arrays.hashCode(counts)) + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "loops "
        + Arrays.toString(loops)
        + ", counts "
        + Arrays.toString(counts)
        + ", bytes "
        + Arrays.toString(bytes);
  }
}
