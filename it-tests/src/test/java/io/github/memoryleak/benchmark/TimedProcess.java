package io.github.memoryleak.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that came to its end, or was ended.
 *
 * @param exit its exit code; {@link #STOPPED} when it did not come to its end by itself
 * @param seconds from its start to its end
 * @param cpuSeconds what it used of the processors, user and system, but for the last milliseconds;
 *     0 where the platform does not tell
 */
public record TimedProcess(int exit, double seconds, double cpuSeconds) {
  /** No exit code of a process. */
  public static final int STOPPED = Integer.MIN_VALUE;

  private static final Duration NO_LIMIT = Duration.ofDays(1);
  private static final double NANOS = 1e9;
  private static final long POLL_MILLIS = 20;

  /** {@return whether it came to its end by itself} */
  public boolean ended() {
    return exit != STOPPED;
  }

  /** Runs a process; ends it when it takes longer than the limit. */
  public static TimedProcess run(ProcessBuilder builder, Duration limit)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = builder.start();
    Duration cpu = Duration.ZERO;
    boolean ended = false;
    while (!ended && System.nanoTime() - start < limit.toNanos()) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
      ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
    }
    double seconds = (System.nanoTime() - start) / NANOS;
    if (!ended) {
      process.destroyForcibly();
    }
    return new TimedProcess(ended ? process.exitValue() : STOPPED, seconds, cpu.toNanos() / NANOS);
  }

  /**
   * {@return how long a command takes that has to end well, in seconds}
   *
   * @param directory where it runs; what it prints goes to {@code output.txt} in it
   * @param command the program and its arguments
   * @throws IOException when it fails; with what it printed
   */
  static double seconds(Path directory, List<String> command)
      throws IOException, InterruptedException {
    Path output = directory.resolve("output.txt");
    TimedProcess process =
        run(
            new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile()),
            NO_LIMIT);
    if (process.exit() != 0) {
      throw new IOException(String.join(" ", command) + " failed:\n" + Files.readString(output));
    }
    return process.seconds();
  }
}
