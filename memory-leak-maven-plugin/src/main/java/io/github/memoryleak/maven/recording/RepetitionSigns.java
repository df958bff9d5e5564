package io.github.memoryleak.maven.recording;

import one.jfr.JfrReader;
import one.jfr.event.AllocationSample;
import org.jspecify.annotations.Nullable;

/**
 * Signs that a recording tells allocations by two kinds of events: two of them follow each other as
 * those of one allocation do.
 */
final class RepetitionSigns {
  /** What one allocation is told by follows at once. */
  private static final double NANOS_TOGETHER = 1e6;

  private boolean areClear;
  private boolean areDoubtful;
  private long ticksTogether;
  private @Nullable AllocationSample before;

  /** A chunk begins. */
  void begin(JfrReader reader) {
    ticksTogether = (long) (NANOS_TOGETHER / reader.nanosPerTick);
  }

  /**
   * The JVM tells a new buffer, or an object outside of one, then the sample of the same allocation
   * if it takes one. Two objects outside of buffers, or two samples, may look like the latter.
   */
  void see(AllocationSample sample) {
    if (before != null && sample.tlabSize == 0 && isAlike(before, sample)) {
      areClear |= before.tlabSize > 0;
      areDoubtful |= sample.time - before.time < ticksTogether;
    }
    before = sample;
  }

  /** {@return whether a new buffer and a sample tell of one allocation} */
  boolean areClear() {
    return areClear;
  }

  /** {@return whether two objects, or an object and its sample, follow each other} */
  boolean areDoubtful() {
    return areDoubtful;
  }

  private static boolean isAlike(AllocationSample first, AllocationSample second) {
    return first.tid == second.tid
        && first.stackTraceId == second.stackTraceId
        && first.classId == second.classId;
  }
}
