package io.github.memoryleak.maven.report;

import io.github.memoryleak.report.Line;
import io.github.memoryleak.report.Style;
import java.util.stream.Collectors;

/** Renders lines for the console: with colours, or without. */
public enum Palette {
  /** ANSI escape sequences. */
  COLOURED {
    @Override
    String paint(Style style, String text) {
      String code = code(style);
      return code.isEmpty() || text.isBlank() ? text : "\u001b[" + code + "m" + text + "\u001b[m";
    }
  },
  /** No escape sequences at all. */
  PLAIN {
    @Override
    String paint(Style style, String text) {
      return text;
    }
  };

  /**
   * {@return the line as the console takes it}
   *
   * @param line the line
   */
  public String render(Line line) {
    return line.spans().stream()
        .map(span -> paint(span.style(), span.text()))
        .collect(Collectors.joining());
  }

  abstract String paint(Style style, String text);

  /** The parameters of the escape sequence "select graphic rendition". */
  private static String code(Style style) {
    return switch (style) {
      case PLAIN -> "";
      case STRONG -> "1";
      case FAINT -> "2";
      case GOOD -> "1;32";
      case BAD -> "1;31";
      case DOUBT -> "1;33";
    };
  }
}
