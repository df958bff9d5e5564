package io.github.memoryleak.census;

/**
 * How many there were before a collection and are not there after it, in all rounds so far: what
 * only the collector closed.
 */
final class LeftToCollector {
  private long earlierRounds;
  private long before;
  private long latestRound;

  /** A round has ended with so many. */
  void before(long count) {
    earlierRounds += latestRound;
    latestRound = 0;
    before = count;
  }

  /**
   * {@return how many only the collector closed}
   *
   * @param count what is left now; a census that is taken again counts what closed late as well
   */
  long after(long count) {
    latestRound = Math.max(0, before - count);
    return earlierRounds + latestRound;
  }
}
