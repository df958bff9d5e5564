package io.github.memoryleak.rounds;

import io.github.memoryleak.census.Meter;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.growth.Trend;

/** A class, a kind of thread or a resource that is under suspicion after the latest round. */
public record Growing(GrowingType type, Trend trend, Meter meter, boolean byCount) {
  /** {@return whether these are threads} */
  public boolean isThread() {
    return meter == Meter.THREAD;
  }

  /** {@return whether it grows by the same amount per loop} */
  public boolean isSteady() {
    return trend == Trend.STEADY;
  }

  /** {@return whether these are objects, which a dump shows} */
  public boolean isOnHeap() {
    return meter == Meter.HEAP || meter == Meter.THREAD;
  }
}
