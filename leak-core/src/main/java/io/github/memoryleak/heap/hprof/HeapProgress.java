package io.github.memoryleak.heap.hprof;

/**
 * Hears how far the analysis of a heap dump is. May be called by several threads. Throwing {@link
 * java.util.concurrent.CancellationException} ends the analysis.
 */
@FunctionalInterface
public interface HeapProgress {
  /** Hears nothing. */
  HeapProgress NONE = (phase, done, total) -> {};

  /**
   * Something was done.
   *
   * @param phase what is going on, for people
   * @param done how much of it is done, in units of the phase
   * @param total how much there is
   */
  void at(String phase, long done, long total);
}
