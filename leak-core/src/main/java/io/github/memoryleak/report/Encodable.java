package io.github.memoryleak.report;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** Lines for a place that cannot show every character. */
final class Encodable {

  private static final String ARROW = "\u2192";

  private final CharsetEncoder encoder;

  Encodable(Charset charset) {
    encoder = (charset.canEncode() ? charset : StandardCharsets.US_ASCII).newEncoder();
  }

  /** The line, with ASCII in the place of what the charset does not have. */
  Line line(Line line) {
    return new Line(
        line.level(),
        line.spans().stream().map(s -> new Line.Span(s.style(), text(s.text()))).toList());
  }

  private String text(String text) {
    if (encoder.canEncode(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> out.append(character(Character.toString(c))));
    return out.toString();
  }

  private String character(String character) {
    if (encoder.canEncode(character)) {
      return character;
    }
    return character.equals(ARROW) ? "->" : "?";
  }
}
