package io.github.memoryleak.report;

import java.util.ArrayList;
import java.util.List;

/** Puts a line together. */
final class LineBuilder {

  private final Line.Level level;
  private final List<Line.Span> spans = new ArrayList<>();

  LineBuilder(Line.Level level) {
    this.level = level;
  }

  LineBuilder add(Style style, String text) {
    if (!text.isEmpty()) {
      spans.add(new Line.Span(style, text));
    }
    return this;
  }

  LineBuilder plain(String text) {
    return add(Style.PLAIN, text);
  }

  LineBuilder faint(String text) {
    return add(Style.FAINT, text);
  }

  LineBuilder strong(String text) {
    return add(Style.STRONG, text);
  }

  Line line() {
    return new Line(level, spans);
  }
}
