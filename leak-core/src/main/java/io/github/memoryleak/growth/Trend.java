package io.github.memoryleak.growth;

/** What the rounds say about one key so far. */
public enum Trend {
  /** It does not grow: it lacked growth in most of the latest rounds. */
  FLAT,
  /** It grows, but ever less per loop: a cache that fills, late initialisation. */
  SLOWING,
  /** It grows, without a pattern yet. */
  UNSTEADY,
  /** It grows by the same amount per loop: a leak, if it keeps on. */
  STEADY;

  private static final double LESS = 0.75;

  /**
   * {@return the trend of growth at some rates}
   *
   * @param rates growth per loop, the latest last
   * @param tolerance by what factor rates may differ that are about the same
   */
  static Trend of(double[] rates, double tolerance) {
    double min = rates[0];
    double max = rates[0];
    for (double rate : rates) {
      min = Math.min(min, rate);
      max = Math.max(max, rate);
    }
    if (min > 0 && max <= tolerance * min) {
      return STEADY;
    }
    return rates[rates.length - 1] <= LESS * max ? SLOWING : UNSTEADY;
  }
}
