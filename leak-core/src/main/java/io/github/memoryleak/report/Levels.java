package io.github.memoryleak.report;

import io.github.memoryleak.finding.Change;
import java.util.Locale;

/** Heap and thread levels in words. */
final class Levels {

  private Levels() {}

  /** The part of a subject's line that the contract fixes, after the name. */
  static String text(Change heapBytes, Change threads) {
    return "Heap: %s (%s growth), Threads: %d->%d"
        .formatted(
            Units.megabytes(heapBytes.last()),
            Units.percent(heapBytes.percent()),
            threads.baseline(),
            threads.last());
  }

  /** The growth with two decimals; growth that rounds to nothing does not print as nothing. */
  static String exactPercent(Change change) {
    double percent = change.percent();
    if (percent > 0 && percent < 0.005) {
      return "less than 0.01%";
    }
    return String.format(Locale.ROOT, "%.2f%%", percent);
  }
}
