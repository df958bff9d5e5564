package io.github.memoryleak.heap.text;

import io.github.memoryleak.report.Columns;
import java.util.ArrayList;
import java.util.List;

/** Collects lines for people: sections with a heading, separated by empty lines. */
final class Page {
  private static final String INDENT = "  ";

  private final List<String> lines = new ArrayList<>();

  Page heading(String text) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    return line(text);
  }

  Page line(String text) {
    lines.add(Names.printable(text));
    return this;
  }

  Page indented(String text) {
    return line(INDENT + text);
  }

  /** Rows of the same length; the last column is text, those before it hold numbers. */
  Page table(List<String> header, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.addAll(rows);
    Columns.align(all).forEach(this::indented);
    return this;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
