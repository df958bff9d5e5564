package io.github.memoryleak;

import io.github.memoryleak.rounds.Growing;
import java.util.List;
import java.util.Optional;

/**
 * What a quick look at an operation showed.
 *
 * @param clean the verdict, when nothing grew; empty when something did
 * @param growing what grew; empty when nothing did
 * @param loops how many loops it was seen in
 * @param loopNanos what a loop takes, in nanoseconds
 */
public record Screening(
    Optional<RepeatedCheck> clean, List<Growing> growing, int loops, long loopNanos) {

  /** Copies the list. */
  public Screening {
    growing = List.copyOf(growing);
  }

  /** {@return whether nothing grew} */
  public boolean isClean() {
    return clean.isPresent();
  }
}
