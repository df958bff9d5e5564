package io.github.memoryleak;

import io.github.memoryleak.census.Meter;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.growth.Trend;

/** A class, a kind of thread or a resource that is under suspicion after the latest round. */
record Growing(GrowingType type, Trend trend, Meter meter, boolean byCount) {
  /** {@return whether these are threads} */
  boolean isThread() {
    return meter == Meter.THREAD;
  }

  /** {@return whether these are objects, which a dump shows} */
  boolean isOnHeap() {
    return meter == Meter.HEAP || meter == Meter.THREAD;
  }
}
