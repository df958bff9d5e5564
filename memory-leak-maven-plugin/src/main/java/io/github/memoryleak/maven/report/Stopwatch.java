package io.github.memoryleak.maven.report;

import io.github.memoryleak.junit.Progress;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Tells the elapsed time between two reports too, so that the time goes on while a test hangs. */
final class Stopwatch {

  private final LongSupplier nanoTime;
  private @Nullable Progress last;
  private long seenAt;

  Stopwatch(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The time since the start of the measurement, in milliseconds. */
  long elapsedMillis(Progress progress) {
    if (!progress.equals(last)) {
      last = progress;
      seenAt = nanoTime.getAsLong();
    }
    return progress.elapsedMillis() + TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - seenAt);
  }
}
