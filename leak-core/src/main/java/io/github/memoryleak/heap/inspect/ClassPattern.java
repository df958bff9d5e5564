package io.github.memoryleak.heap.inspect;

import java.util.regex.Pattern;

/**
 * Selects classes by name.
 *
 * @param text the pattern as it was written: a full name, a name without its package, or either
 *     with {@code *} for any characters
 */
public record ClassPattern(String text) {
  /** Checks that there is a name. */
  public ClassPattern {
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "A class pattern is empty: give a class such as com.acme.Session or *.Session*.");
    }
  }

  /** Whether it selects the class of that name, such as {@code com.acme.Session[]}. */
  public boolean matches(String className) {
    return regex().matcher(className).matches();
  }

  private Pattern regex() {
    String[] parts = text.strip().split("\\*", -1);
    StringBuilder regex = new StringBuilder(text.contains(".") ? "" : "(.*\\.)?");
    for (int i = 0; i < parts.length; i++) {
      regex.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
    }
    return Pattern.compile(regex.toString());
  }
}
