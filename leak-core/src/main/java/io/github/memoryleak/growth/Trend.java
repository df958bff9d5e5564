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
  STEADY
}
