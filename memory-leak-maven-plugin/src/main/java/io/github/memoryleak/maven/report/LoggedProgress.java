package io.github.memoryleak.maven.report;

import io.github.memoryleak.junit.Progress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Progress in a log: at most one line for each round, and none within ten seconds after the last,
 * or after the start.
 */
public final class LoggedProgress implements ProgressDisplay {

  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Consumer<String> log;
  private final LongSupplier nanoTime;
  private final Stopwatch stopwatch;
  private long lastTime;
  private Round lastRound = new Round("", "", 0);

  /**
   * Makes a display; its time starts now.
   *
   * @param log takes the lines
   * @param nanoTime the clock, as {@link System#nanoTime()}
   */
  public LoggedProgress(Consumer<String> log, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
    stopwatch = new Stopwatch(nanoTime);
    lastTime = nanoTime.getAsLong();
  }

  @Override
  public void show(Progress progress) {
    long elapsedMillis = stopwatch.elapsedMillis(progress);
    Round round = new Round(progress.phase(), progress.subject(), progress.round());
    long now = nanoTime.getAsLong();
    if (!round.equals(lastRound) && now - lastTime >= PAUSE_NANOS) {
      lastRound = round;
      lastTime = now;
      log.accept(ProgressText.of(progress, elapsedMillis));
    }
  }

  /** Does nothing: lines in a log stay. */
  @Override
  public void clear() {}

  /** What gets one line. */
  private record Round(String phase, String subject, int number) {}
}
