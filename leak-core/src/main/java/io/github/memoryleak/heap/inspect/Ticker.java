package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.hprof.HeapProgress;

/** Reports the progress of one phase now and then. */
final class Ticker {
  private static final int STEP = 1 << 16;

  private final HeapProgress progress;
  private final String phase;
  private final long total;
  private long next;

  Ticker(HeapProgress progress, String phase, long total) {
    this.progress = progress;
    this.phase = phase;
    this.total = total;
  }

  void at(long done) {
    if (done >= next) {
      next = done + STEP;
      progress.at(phase, done, total);
    }
  }
}
