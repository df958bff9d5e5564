package io.github.memoryleak.finding;

/** Whether a finding counts against the build. */
public enum Status {
  /** Not accepted before: it counts. */
  NEW,
  /** Accepted by the baseline file. */
  BASELINE,
  /** Accepted by a suppression. */
  SUPPRESSED
}
