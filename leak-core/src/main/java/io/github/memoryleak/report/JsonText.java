package io.github.memoryleak.report;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prints maps, lists, strings, numbers, booleans and {@code null} as JSON. What is flat and short
 * stays on one line.
 */
public final class JsonText {

  private static final int MAX_LINE = 100;
  private static final String STEP = "  ";

  private JsonText() {}

  /**
   * {@return the value as JSON, without a line end}
   *
   * @param value a map, a list, a string, a number, a boolean, {@code null}, or what its {@code
   *     toString} says
   * @throws IllegalArgumentException when a number in it is not finite
   */
  public static String of(@Nullable Object value) {
    return of(value, "");
  }

  private static String of(@Nullable Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      return object(map, indent);
    }
    if (value instanceof List<?> list) {
      return layOut(list, "[", "]", indent, inner -> item -> of(item, inner));
    }
    return scalar(value);
  }

  private static String object(Map<?, ?> map, String indent) {
    List<Map.Entry<?, ?>> entries = List.copyOf(map.entrySet());
    return layOut(
        entries,
        "{",
        "}",
        indent,
        inner -> e -> quote(String.valueOf(e.getKey())) + ": " + of(e.getValue(), inner));
  }

  private static <T extends @Nullable Object> String layOut(
      List<T> items,
      String open,
      String close,
      String indent,
      Function<String, Function<T, String>> printer) {
    String inner = indent + STEP;
    StringJoiner line = new StringJoiner(", ", open, close);
    StringJoiner block =
        new StringJoiner(",\n" + inner, open + "\n" + inner, "\n" + indent + close);
    boolean isFlat = true;
    for (T item : items) {
      String text = printer.apply(inner).apply(item);
      isFlat &= text.indexOf('\n') < 0;
      line.add(text);
      block.add(text);
    }
    return isFlat && line.length() <= MAX_LINE ? line.toString() : block.toString();
  }

  private static String scalar(@Nullable Object value) {
    if (value == null || value instanceof Boolean) {
      return String.valueOf(value);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    return quote(value.toString());
  }

  private static String number(Number number) {
    if (!Double.isFinite(number.doubleValue())) {
      throw new IllegalArgumentException("JSON has no number " + number);
    }
    return number.toString();
  }

  private static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (needsEscape(text, i)) {
        out.append("\\u").append(String.format("%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /** Control characters, the line ends of JavaScript, and halves of characters. */
  private static boolean needsEscape(String text, int i) {
    char c = text.charAt(i);
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || (Character.isSurrogate(c) && !Text.isPaired(text, i));
  }
}
