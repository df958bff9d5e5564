package io.github.memoryleak.census;

/**
 * What only the collector closed, in all rounds so far: that which was there before the collection
 * at the end of a round, and is not there after it. Where there was another collection in the
 * middle, the loops after it stand for those before; where there are none after it, or others were
 * closing as well, the rate of the rounds before does.
 */
final class LeftToCollector {
  private double earlierRounds;
  private double latestRound;
  private double rate;
  private long before;
  private int loops;
  private int since;

  /**
   * A round has ended.
   *
   * @param count how many there are
   * @param round its loops
   */
  void before(long count, LoopsSinceCollection round) {
    earlierRounds += latestRound;
    latestRound = 0;
    before = count;
    loops = round.all();
    since = round.since();
  }

  /**
   * {@return how many only the collector closed}
   *
   * @param count what is left now; a census that is taken again counts what closed late as well
   */
  long after(long count) {
    long left = Math.max(0, before - count);
    if (since > 0) {
      rate = (double) left / since;
    }
    latestRound = Math.max(left, rate * loops);
    return sum();
  }

  /** {@return the same, where others may have closed what is gone: nobody can tell how many} */
  long afterOthers() {
    latestRound = rate * loops;
    return sum();
  }

  private long sum() {
    return Math.round(earlierRounds + latestRound);
  }
}
