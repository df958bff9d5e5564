package io.github.memoryleak.finding;

/** The outcome of a measurement. Missing evidence is never {@link #PASS}. */
public enum Verdict {
  /** Measured, and nothing leaks. */
  PASS,
  /** Measured, and at least one finding is over its limit. */
  LEAK,
  /** Not measured, or measured without a clear answer; the reason is given beside it. */
  INCONCLUSIVE
}
