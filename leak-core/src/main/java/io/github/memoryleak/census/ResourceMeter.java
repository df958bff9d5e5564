package io.github.memoryleak.census;

import java.time.Duration;

/** Counts what is not on the heap. */
interface ResourceMeter {
  /** Waits that were in vain so far are not to be saved in the next round. */
  default void saveNothing() {}

  /**
   * A round has ended, and nothing has been collected for its census yet.
   *
   * @param patience how long what is closed in the background may take
   * @param round its loops
   */
  default void beforeCollecting(Duration patience, LoopsSinceCollection round) {}

  /** The census of the latest round is about to be taken again, and a verdict rests on it. */
  default void beforeVerdict() {}

  /**
   * Adds what is there now, after a collection.
   *
   * @param log the log whose census is under way
   */
  void addTo(CensusLog log);
}
