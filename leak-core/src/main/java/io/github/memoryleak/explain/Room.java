package io.github.memoryleak.explain;

import io.github.memoryleak.rounds.Measurement;

/** How many more loops of a leak the heap has room for. */
final class Room {
  /** The rest is for what a loop needs while it runs. */
  private static final double SHARE = 0.85;

  /** While an array is doubled, the old one and the new one are there. */
  private static final int ARRAYS = 3;

  private Room() {}

  /**
   * {@return the loops that fit, if it goes on as it was measured; 0 or more}
   *
   * @param measured the growth
   * @param since how many loops there were after it was measured
   */
  static long loops(Measurement measured, long since) {
    return loops(measured, since, Runtime.getRuntime().maxMemory());
  }

  static long loops(Measurement measured, long since, long maxHeap) {
    double perLoop = (double) measured.heapBytes().growth() / Math.max(1, measured.loops());
    if (perLoop <= 0) {
      return Long.MAX_VALUE;
    }
    double room = SHARE * maxHeap - measured.heapBytes().last() - perLoop * since;
    return (long) Math.max(0, room / perLoop / (measured.growsByCount() ? 1 : ARRAYS));
  }
}
