package io.github.memoryleak.maven.report;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** How wide text is on a terminal. */
final class Columns {

  private static final Set<UnicodeScript> WIDE =
      EnumSet.of(
          UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);
  private static final int FIRST_EMOJI = 0x1F300;
  private static final String DOTS = "...";

  private Columns() {}

  static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  private static int of(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return character >= FIRST_EMOJI || WIDE.contains(UnicodeScript.of(character)) ? 2 : 1;
  }

  /** The text, or its beginning and dots when it is wider than the limit. */
  static String cut(String text, int limit) {
    if (of(text) <= limit) {
      return text;
    }
    String dots = limit < DOTS.length() ? "" : DOTS;
    int room = limit - dots.length();
    StringBuilder out = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      room -= of(c);
      if (room < 0) {
        break;
      }
      out.appendCodePoint(c);
    }
    return out.append(dots).toString();
  }
}
