package io.github.memoryleak.maven.watch;

import io.github.memoryleak.maven.dump.AttachedJvm;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Watches a JVM for some time, a sample at an interval.
 *
 * @param jvm the JVM
 * @param duration how long
 * @param interval from sample to sample
 * @param collect whether garbage is collected for each
 */
public record Watching(AttachedJvm jvm, Duration duration, Duration interval, boolean collect) {
  /** To count objects stops the JVM; so many times are enough for a slope. */
  private static final long MAX_COUNTED = 60;

  /** A line is shown no more often. */
  private static final long PAUSE_MILLIS = 10_000;

  /**
   * Watches until the time is over or the JVM has ended.
   *
   * @param file where the samples go
   * @param log takes a line now and then
   * @return whether the JVM lived to the end
   * @throws IOException when the file cannot be written or a command not be started
   * @throws InterruptedException when the build is being ended
   */
  public boolean run(WatchFile file, Consumer<String> log)
      throws IOException, InterruptedException {
    file.begin(jvm.name());
    WatchedJvm watched = new WatchedJvm(jvm, collect);
    long start = System.nanoTime();
    long shown = -PAUSE_MILLIS;
    for (long i = 0; i <= samples(); i++) {
      if (!jvm.outlives(interval.multipliedBy(i).minusNanos(System.nanoTime() - start))) {
        return false;
      }
      Optional<WatchSample> sample = watched.sample(i % countedEvery() == 0);
      if (sample.isEmpty()) {
        return jvm.outlives(Duration.ZERO);
      }
      file.add(sample.get());
      long elapsed = (System.nanoTime() - start) / 1_000_000;
      if (elapsed - shown >= PAUSE_MILLIS) {
        shown = elapsed;
        log.accept(WatchText.line(elapsed, sample.get()));
      }
    }
    return true;
  }

  private long samples() {
    return duration.toMillis() / interval.toMillis();
  }

  private long countedEvery() {
    return Math.max(1, (samples() + MAX_COUNTED - 1) / MAX_COUNTED);
  }
}
