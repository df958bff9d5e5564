package io.github.memoryleak.growth;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Makes series out of a law for the level. */
final class Rounds {
  static final int OBJECT_BYTES = 24;

  private Rounds() {}

  /** What is alive after so many loops. */
  interface Law {
    long level(int loopsDone, int loopsOfLatestRound);
  }

  /** {@return rounds of 4, 8, 16 ... loops up to the longest, which is then repeated} */
  static int[] doublingTo(int longest, int rounds) {
    return IntStream.range(0, rounds).map(i -> Math.min(longest, 4 << Math.min(i, 20))).toArray();
  }

  /** {@return rounds of the same length} */
  static int[] equal(int loops, int rounds) {
    int[] all = new int[rounds];
    Arrays.fill(all, loops);
    return all;
  }

  /** {@return the series of a class whose instances follow a law; all have the same size} */
  static Series counted(int[] loops, Law law) {
    long[] counts = levels(loops, law);
    return new Series(
        0, loops, counts, Arrays.stream(counts).map(count -> OBJECT_BYTES * count).toArray());
  }

  /** {@return the series of a class with so many instances, whose bytes follow a law} */
  static Series sized(int[] loops, long count, Law law) {
    long[] counts = new long[loops.length + 1];
    Arrays.fill(counts, count);
    return new Series(0, loops, counts, levels(loops, law));
  }

  private static long[] levels(int[] loops, Law law) {
    long[] levels = new long[loops.length + 1];
    levels[0] = law.level(0, 0);
    int done = 0;
    for (int round = 1; round < levels.length; round++) {
      done += loops[round - 1];
      levels[round] = law.level(done, loops[round - 1]);
    }
    return levels;
  }
}
