package io.github.memoryleak.maven.report;

/** Text within HTML. */
final class HtmlText {
  private HtmlText() {}

  /**
   * {@return the text with the characters escaped that HTML, and Markdown within it, would read}
   */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'', '*', '_', '`', '~' -> out.append("&#").append(c).append(';');
      default -> out.append(isShown(c) ? Character.toString(c) : "\uFFFD");
    }
  }

  /** What XML 1.0 allows in text, less halves of characters. */
  private static boolean isShown(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && !Character.isISOControl(c) && (c < 0xD800 || c > 0xDFFF) && c < 0xFFFE)
        || c >= 0x10000;
  }
}
