package io.github.memoryleak.heap.inspect;

import java.util.Comparator;

/**
 * A text that several strings hold, each in an array of its own.
 *
 * @param value the text, cut after 200 characters
 * @param count how many arrays hold it
 * @param lostBytes what all but one of these arrays and their strings take
 */
public record DuplicateString(String value, long count, long lostBytes) {
  static final int LONGEST = 200;
  static final Comparator<DuplicateString> LARGEST_FIRST =
      Comparator.comparingLong(DuplicateString::lostBytes)
          .reversed()
          .thenComparing(DuplicateString::value);
}
