package io.github.memoryleak.maven.report;

import io.github.memoryleak.junit.Progress;

/**
 * Shows where the measurement is. Not safe for use by several threads at once: show, clear and the
 * build's own output belong on one thread.
 */
public interface ProgressDisplay {

  /**
   * Shows the progress, where something new is to be said.
   *
   * @param progress where the measurement is; may be the same as before
   */
  void show(Progress progress);

  /** Makes room for other output: takes back the line that is still being written. */
  void clear();
}
