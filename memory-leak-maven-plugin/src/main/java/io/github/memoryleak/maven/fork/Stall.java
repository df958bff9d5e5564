package io.github.memoryleak.maven.fork;

import io.github.memoryleak.junit.Progress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Notices that nothing moves any more. A test that runs again in the next loop moves: the loops
 * count.
 */
final class Stall {
  /** Between tests the collector, late threads and discovery take their time. */
  private static final Duration BETWEEN_TESTS = Duration.ofSeconds(60);

  private final long timeoutNanos;
  private final long betweenNanos;
  private @Nullable Progress last;
  private long sinceNanos;

  /**
   * A watch that starts now.
   *
   * @param timeout how long one test may take
   * @param settle how long a round may wait for late threads
   * @param nowNanos the time now, as {@link System#nanoTime()}
   */
  Stall(Duration timeout, Duration settle, long nowNanos) {
    timeoutNanos = timeout.toNanos();
    Duration longest = timeout.compareTo(BETWEEN_TESTS) > 0 ? timeout : BETWEEN_TESTS;
    betweenNanos = longest.plus(settle).toNanos();
    sinceNanos = nowNanos;
  }

  /** Takes note of where the measurement is. */
  void see(Progress progress, long nowNanos) {
    Progress now = withoutTime(progress);
    if (!now.equals(last)) {
      last = now;
      sinceNanos = nowNanos;
    }
  }

  /** {@return whether nothing has moved for too long} */
  boolean isStalled(long nowNanos) {
    boolean inTest = last != null && !last.test().isEmpty();
    return nowNanos - sinceNanos > (inTest ? timeoutNanos : betweenNanos);
  }

  private static Progress withoutTime(Progress p) {
    return new Progress(
        p.phase(), p.subject(), p.test(), p.testId(), p.round(), p.loops(), p.done(), p.total(), 0);
  }
}
