package io.github.memoryleak.explain;

import io.github.memoryleak.rounds.Measurement;

/**
 * How many more loops of a leak the heap has room for.
 *
 * <p>Objects take what they took in the rounds. An array that is doubled takes three times its
 * present size for a moment, the old one and the new one, and nothing until then.
 */
final class Room {
  /** The rest is for what a loop needs while it runs, and for gaps between large objects. */
  private static final double SHARE = 0.75;

  private Room() {}

  /**
   * {@return how many loops fit, to tell who holds what leaks; 0 or more}
   *
   * @param measured the growth
   */
  static long forHolders(Measurement measured) {
    // Half of it is for the loops that tell where it is made.
    return loops(measured, 0, Runtime.getRuntime().maxMemory()) / 2;
  }

  /**
   * {@return how many loops fit, to tell where it is made; 0 or more}
   *
   * @param measured the growth
   * @param since how many loops there were after it was measured
   */
  static long forSites(Measurement measured, long since) {
    return loops(measured, since, Runtime.getRuntime().maxMemory());
  }

  static long loops(Measurement measured, long since, long maxHeap) {
    double growth = measured.heapBytes().growth();
    if (growth <= 0) {
      return Long.MAX_VALUE;
    }
    double room = SHARE * maxHeap - measured.heapBytes().last();
    double perLoop = growth / measured.loops();
    if (measured.growsByCount()) {
      return (long) Math.max(0, room / perLoop - since);
    }
    double doubled = since * perLoop < growth ? 0 : growth;
    return room - doubled >= 2 * (growth + doubled) ? Long.MAX_VALUE : 0;
  }
}
