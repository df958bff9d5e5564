package io.github.memoryleak.finding;

import java.util.regex.Pattern;

/**
 * A pattern in which {@code *} stands for any characters.
 *
 * @param text the pattern
 */
record Glob(String text) {
  /** {@return whether a text fits, from its first character to its last} */
  boolean fits(String other) {
    String regex = Pattern.quote(text.strip()).replace("*", "\\E.*\\Q");
    return Pattern.compile(regex, Pattern.DOTALL).matcher(other).matches();
  }
}
