package io.github.memoryleak.census;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Waits for a number to fall: of what another thread, the cleaner's for instance, is about to
 * close.
 *
 * <p>On a busy machine that thread waits for a processor. Whoever sleeps gets its turn about alike,
 * so not only time must have passed, but as many turns of this thread as well.
 */
final class Falling {
  private static final long TURN_NANOS = 1_000_000;

  /** Waking up and reading take the rest of a turn. */
  private static final long SLEEP_NANOS = 750_000;

  private Falling() {}

  /**
   * {@return the number, once it is no more than the level, or has stayed above it for long}
   *
   * @param level what it may fall to
   * @param number reads it
   * @param patience how long it may take at least, and how many turns, one a millisecond
   */
  static long to(long level, LongSupplier number, Duration patience) {
    long start = System.nanoTime();
    long least = patience.toNanos() / TURN_NANOS;
    long now = number.getAsLong();
    int polls = 0;
    while (now > level && (polls < least || System.nanoTime() - start < patience.toNanos())) {
      LockSupport.parkNanos(SLEEP_NANOS);
      now = number.getAsLong();
      polls++;
    }
    return now;
  }
}
