package io.github.memoryleak.census;

import java.time.Duration;

/** Counts what is not on the heap. */
interface ResourceMeter {
  /**
   * A round has ended, and nothing has been collected for its census yet.
   *
   * @param patience how long what is closed in the background may take
   * @param round its loops
   */
  default void beforeCollecting(Duration patience, LoopsSinceCollection round) {}

  /**
   * Adds what is there now, after a collection.
   *
   * @param log the log whose census is under way
   */
  void addTo(CensusLog log);
}
