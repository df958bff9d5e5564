package io.github.memoryleak.rounds;

import io.github.memoryleak.census.Meter;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Interval;
import io.github.memoryleak.growth.Trend;
import org.jspecify.annotations.Nullable;

/**
 * A class, a kind of thread or a resource that is under suspicion after the latest round.
 *
 * @param byCount whether there are more of them, and not only larger ones
 * @param bytes what its bytes per loop lie between, or {@code null} where they are counted exactly
 */
public record Growing(
    GrowingType type, Trend trend, Meter meter, boolean byCount, @Nullable Interval bytes) {

  /** Makes one whose bytes are counted exactly. */
  public Growing(GrowingType type, Trend trend, Meter meter, boolean byCount) {
    this(type, trend, meter, byCount, null);
  }

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
