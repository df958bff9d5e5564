package io.github.memoryleak.maven.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds configuration elements that no goal knows: Maven 3.6 drops them silently. */
public final class Typos {
  private Typos() {}

  /**
   * {@return the sentence about the first unknown element, or empty when all are known}
   *
   * @param elements the names of the elements in the configuration
   * @param known the names of the parameters of all goals
   */
  public static Optional<String> firstUnknown(
      Collection<String> elements, Collection<String> known) {
    return elements.stream().filter(e -> !known.contains(e)).findFirst().map(e -> say(e, known));
  }

  private static String say(String element, Collection<String> known) {
    String sentence =
        "Unknown element <" + element + "> in the configuration of memory-leak-maven-plugin";
    return nearest(element, known)
        .map(near -> sentence + ": did you mean <" + near + ">?")
        .orElse(sentence + ": mvn leak:help -Ddetail lists the known ones.");
  }

  private static Optional<String> nearest(String element, Collection<String> known) {
    int tolerated = Math.max(2, element.length() / 3);
    return known.stream()
        .filter(k -> distance(element, k) <= tolerated)
        .min(
            Comparator.<String>comparingInt(k -> distance(element, k))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The Levenshtein distance, ignoring case. */
  static int distance(String a, String b) {
    String x = a.toLowerCase(Locale.ROOT);
    String y = b.toLowerCase(Locale.ROOT);
    int[] row = new int[y.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= x.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[y.length()];
  }
}
