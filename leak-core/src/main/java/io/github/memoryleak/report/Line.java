package io.github.memoryleak.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of a report for people.
 *
 * @param level how loud it is
 * @param spans its pieces from left to right; none for an empty line
 */
public record Line(Level level, List<Span> spans) {

  /** How loud a line is: which level of the build's log it goes to. */
  public enum Level {
    /** To be read at leisure. */
    INFO,
    /** Something is not as it should be. */
    WARN,
    /** A leak, or a subject that could not be measured. */
    ERROR
  }

  /**
   * A piece of a line.
   *
   * @param style what it means
   * @param text the text, without control characters
   */
  public record Span(Style style, String text) {

    /** Replaces control characters. */
    public Span {
      text = Text.oneLine(text);
    }
  }

  /** Copies the spans. */
  public Line {
    spans = List.copyOf(spans);
  }

  /** {@return the line without its styles} */
  public String text() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
