package io.github.memoryleak.rounds;

/** What is measured: one loop of it. */
@FunctionalInterface
public interface Operation {
  /**
   * Runs once.
   *
   * @throws Exception when it fails; the measurement then ends with the same exception
   */
  void run() throws Exception;
}
