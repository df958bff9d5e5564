package io.github.memoryleak;

import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.rounds.Growing;
import io.github.memoryleak.rounds.Measurement;
import java.util.List;
import java.util.Optional;

/**
 * What a quick look at an operation showed.
 *
 * @param clean the verdict, when nothing grew; empty when something did
 * @param measured what the rounds showed
 * @param millis what it took
 */
public record Screening(Optional<RepeatedCheck> clean, Measurement measured, long millis) {

  /** {@return whether nothing grew} */
  public boolean isClean() {
    return clean.isPresent();
  }

  /** {@return what grew; empty when nothing did} */
  public List<Growing> growing() {
    return isClean() ? List.of() : measured.growing();
  }

  /** {@return how many loops it was seen in} */
  public int loops() {
    return measured.loops();
  }

  /** {@return what a loop takes, in nanoseconds} */
  public long loopNanos() {
    return measured.loopNanos();
  }

  /**
   * {@return the operation as a subject whose leak was proven elsewhere}
   *
   * @param name the subject's name
   */
  public SubjectResult leaking(String name) {
    return new SubjectResult(
        name,
        Verdict.LEAK,
        null,
        measured.rounds(),
        measured.loops(),
        measured.heapBytes(),
        measured.threads(),
        millis);
  }
}
