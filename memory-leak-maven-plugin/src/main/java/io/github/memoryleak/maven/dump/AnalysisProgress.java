package io.github.memoryleak.maven.dump;

import java.util.function.Consumer;

/**
 * Shows progress seldom enough for a log: nothing in the first seconds, then a line now and then.
 */
public final class AnalysisProgress implements Consumer<String> {
  private static final long PAUSE_NANOS = 5_000_000_000L;

  private final Consumer<String> log;
  private long last = System.nanoTime();

  /**
   * Progress of one analysis, which begins now.
   *
   * @param log gets the lines
   */
  public AnalysisProgress(Consumer<String> log) {
    this.log = log;
  }

  @Override
  public void accept(String text) {
    long now = System.nanoTime();
    if (now - last >= PAUSE_NANOS) {
      last = now;
      log.accept(text);
    }
  }

  /** {@code finding paths: 40%} from the process's line of phase, amount done and total. */
  static String text(String line) {
    String[] fields = line.strip().split("\t");
    if (fields.length < 3) {
      return fields[0];
    }
    long total = Long.parseLong(fields[2]);
    return total <= 0
        ? fields[0]
        : fields[0] + ": " + 100 * Long.parseLong(fields[1]) / total + "%";
  }
}
