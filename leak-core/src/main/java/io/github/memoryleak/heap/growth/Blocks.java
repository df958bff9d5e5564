package io.github.memoryleak.heap.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records as lines of text: a key, a tab, a value; a record ends with the line {@code end}. Line
 * ends and backslashes within a value are escaped.
 */
final class Blocks {
  static final String END = "end";

  private Blocks() {}

  /** The values of one record, by key. */
  record Block(String what, Map<String, List<String>> fields) {
    boolean has(String key) {
      return fields.containsKey(key);
    }

    List<String> all(String key) {
      return fields.getOrDefault(key, List.of());
    }

    String one(String key) {
      List<String> values = all(key);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a " + what + " without '" + key + "'");
      }
      return values.get(0);
    }

    long number(String key) {
      return Long.parseLong(one(key));
    }

    /** {@return the numbers before the first blank of each value, by what follows it} */
    Map<String, Long> numbers(String key) {
      Map<String, Long> numbers = new LinkedHashMap<>();
      for (String value : all(key)) {
        int blank = value.indexOf(' ');
        numbers.put(value.substring(blank + 1), Long.parseLong(value.substring(0, blank)));
      }
      return numbers;
    }
  }

  /** {@return the records among the lines; other lines are passed over} */
  static List<Block> parse(String what, List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String line : lines) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        fields
            .computeIfAbsent(line.substring(0, tab), k -> new ArrayList<>())
            .add(unescape(line.substring(tab + 1)));
      } else if (line.equals(END)) {
        blocks.add(new Block(what, fields));
        fields = new LinkedHashMap<>();
      }
    }
    return blocks;
  }

  static String line(String key, Object value) {
    return key
        + "\t"
        + value.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
