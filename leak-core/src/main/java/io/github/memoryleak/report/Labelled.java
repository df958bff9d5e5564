package io.github.memoryleak.report;

import java.util.ArrayList;
import java.util.List;

/** Facts under a headline: labels in one column, what they name in the next. */
final class Labelled {

  private static final String INDENT = "   ";
  private static final int LABEL_WIDTH = 10;

  private final Line.Level level;
  private final List<Line> lines = new ArrayList<>();

  Labelled(Line.Level level) {
    this.level = level;
  }

  /** Adds a fact; one without lines is not known and leaves no trace. */
  void add(String label, List<String> values) {
    String head = label;
    for (String value : values) {
      String padding = " ".repeat(LABEL_WIDTH - head.length());
      lines.add(new LineBuilder(level).faint(INDENT + head + padding).plain(value).line());
      head = "";
    }
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }
}
