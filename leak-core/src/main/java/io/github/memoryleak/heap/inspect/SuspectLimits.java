package io.github.memoryleak.heap.inspect;

/**
 * What makes a suspect.
 *
 * @param share the least share of the live bytes, above 0, at most 1
 * @param top how many suspects to tell at most
 * @param contents how many classes to tell at most of what each accumulates
 */
public record SuspectLimits(double share, int top, int contents) {
  /** A tenth of the live bytes; ten suspects; five classes each. */
  public static final SuspectLimits DEFAULT = new SuspectLimits(0.1, 10, 5);

  /** Checks the share. */
  public SuspectLimits {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "The share of a suspect must be above 0 and at most 1, but is " + share + ".");
    }
  }
}
