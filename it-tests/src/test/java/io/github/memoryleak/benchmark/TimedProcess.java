package io.github.memoryleak.it;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A process that came to its end, or was ended.
 *
 * @param ended whether it came to its end by itself
 * @param seconds from its start to its end
 * @param cpuSeconds what it used of the processors, user and system, but for the last milliseconds;
 *     0 where the platform does not tell
 */
record TimedProcess(boolean ended, double seconds, double cpuSeconds) {
  private static final double NANOS = 1e9;
  private static final long POLL_MILLIS = 20;

  /** Runs a process; ends it when it takes longer than the limit. */
  static TimedProcess run(ProcessBuilder builder, Duration limit)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = builder.start();
    Duration cpu = Duration.ZERO;
    boolean ended = false;
    while (!ended && System.nanoTime() - start < limit.toNanos()) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
      ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
    }
    if (!ended) {
      process.destroyForcibly();
    }
    return new TimedProcess(ended, (System.nanoTime() - start) / NANOS, cpu.toNanos() / NANOS);
  }
}
