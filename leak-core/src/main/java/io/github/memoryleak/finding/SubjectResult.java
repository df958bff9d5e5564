package io.github.memoryleak.finding;

import org.jspecify.annotations.Nullable;

/**
 * What was measured of one subject.
 *
 * @param name for instance {@code com.acme.CheckoutTest#pay}, {@code com.acme.CartTest} or the
 *     operation's name
 * @param verdict the verdict
 * @param reason a sentence when the verdict is INCONCLUSIVE, else {@code null}
 * @param rounds how many rounds were measured
 * @param loops how many loops these rounds had in all
 * @param heapBytes live heap at the baseline and at the end, in bytes
 * @param threads live threads at the baseline and at the end
 * @param millis wall-clock time spent on the subject, in milliseconds
 */
public record SubjectResult(
    String name,
    Verdict verdict,
    @Nullable String reason,
    int rounds,
    int loops,
    Change heapBytes,
    Change threads,
    long millis) {

  /**
   * {@return the result of a subject that was not measured}
   *
   * @param problem why
   */
  public static SubjectResult of(Problem problem) {
    Change none = new Change(0, 0);
    return new SubjectResult(
        problem.subject(), Verdict.INCONCLUSIVE, problem.message(), 0, 0, none, none, 0);
  }

  /**
   * {@return the same measurement with another verdict}
   *
   * @param other the verdict
   */
  public SubjectResult withVerdict(Verdict other) {
    return new SubjectResult(name, other, reason, rounds, loops, heapBytes, threads, millis);
  }

  /** {@return growth of the live heap in percent of the baseline} */
  public double heapGrowthPercent() {
    return heapBytes.percent();
  }
}
