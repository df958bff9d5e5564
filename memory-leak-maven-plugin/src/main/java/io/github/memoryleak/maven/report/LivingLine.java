package io.github.memoryleak.maven.report;

import io.github.memoryleak.junit.Progress;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.LongSupplier;

/** Progress on a terminal: one line that is written anew when it changes. */
public final class LivingLine implements ProgressDisplay {

  private final PrintWriter out;
  private final int columns;
  private final Stopwatch stopwatch;
  private String shown = "";

  /**
   * Makes a display.
   *
   * @param out the terminal
   * @param columns its width
   * @param nanoTime the clock, as {@link System#nanoTime()}
   */
  public LivingLine(Writer out, int columns, LongSupplier nanoTime) {
    this.out = new PrintWriter(out);
    this.columns = columns;
    stopwatch = new Stopwatch(nanoTime);
  }

  @Override
  public void show(Progress progress) {
    // A terminal that fills its last column may start a new line by itself.
    String text =
        Columns.cut(ProgressText.of(progress, stopwatch.elapsedMillis(progress)), columns - 1);
    if (!text.equals(shown)) {
      int rest = Columns.of(shown) - Columns.of(text);
      write("\r" + text + " ".repeat(Math.max(0, rest)));
      shown = text;
    }
  }

  @Override
  public void clear() {
    if (!shown.isEmpty()) {
      write("\r" + " ".repeat(Columns.of(shown)) + "\r");
      shown = "";
    }
  }

  private void write(String text) {
    out.print(text);
    out.flush();
  }
}
