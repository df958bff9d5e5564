package io.github.memoryleak.report;

/** What a piece of text means; a colour, where there are colours. */
public enum Style {
  /** Ordinary text. */
  PLAIN,
  /** What matters in its line. */
  STRONG,
  /** What only helps to read the rest, such as labels. */
  FAINT,
  /** Passed. */
  GOOD,
  /** Leaks or fails. */
  BAD,
  /** Not known. */
  DOUBT
}
