package io.github.memoryleak.rounds;

/** Hears of each round of a measurement. */
@FunctionalInterface
public interface RoundListener {
  /**
   * A round begins.
   *
   * @param round from 1; 0 while warming up
   * @param loops loops that were measured before
   */
  void roundBegins(int round, int loops);
}
