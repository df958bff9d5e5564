package io.github.memoryleak.report;

/** Makes text of unknown origin fit to print. */
final class Text {

  private Text() {}

  /**
   * Thread names and messages may hold anything: line ends would break the layout, and escape
   * sequences the terminal.
   */
  static String oneLine(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        out.append("  ");
      } else {
        out.append(isPrintable(text, i) ? c : ' ');
      }
    }
    return out.toString();
  }

  private static boolean isPrintable(String text, int i) {
    char c = text.charAt(i);
    if (Character.isSurrogate(c)) {
      return isPaired(text, i);
    }
    return !Character.isISOControl(c)
        && Character.getType(c) != Character.FORMAT
        && c != '\u2028'
        && c != '\u2029';
  }

  /** Whether the surrogate at this place is half of a character. */
  static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
