package io.github.memoryleak.heap;

import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.PrintStream;

/**
 * Tells the progress on standard error: on a terminal one line that changes, for a program a line
 * {@code <tab>phase<tab>done<tab>total} each time.
 */
final class ProgressWriter implements HeapProgress {
  private static final long PAUSE_NANOS = 250_000_000;
  private static final int WIDTH = 60;

  private final PrintStream err;
  private final boolean isWatched;
  private final boolean isTerminal;
  private long last = System.nanoTime();
  private boolean isShown;

  ProgressWriter(PrintStream err, boolean isWatched, boolean isTerminal) {
    this.err = err;
    this.isWatched = isWatched;
    this.isTerminal = isTerminal;
  }

  @Override
  public synchronized void at(String phase, long done, long total) {
    long now = System.nanoTime();
    if (now - last < PAUSE_NANOS || !(isWatched || isTerminal)) {
      return;
    }
    last = now;
    if (isWatched) {
      err.println("\t" + phase + "\t" + done + "\t" + total);
    } else {
      String text = phase + (total > 0 ? " " + Math.min(100, 100 * done / total) + "%" : "");
      err.print("\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())));
      isShown = true;
    }
    err.flush();
  }

  /** Wipes the line, so that nothing of it is left beside the result. */
  synchronized void end() {
    if (isShown) {
      err.print("\r" + " ".repeat(WIDTH) + "\r");
      err.flush();
      isShown = false;
    }
  }
}
