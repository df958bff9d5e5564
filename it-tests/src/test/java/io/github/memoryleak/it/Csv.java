package io.github.memoryleak.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Comma-separated values, one record a line; quotes around a field, doubled inside it. */
final class Csv {
  private Csv() {}

  /** {@return the records of a file, without its header} */
  static List<List<String>> records(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(Csv::fields)
        .toList();
  }

  /** {@return the records of a file, each by the names in its header} */
  static List<Map<String, String>> table(Path file) throws IOException {
    List<String> header = fields(Files.readAllLines(file).get(0));
    return records(file).stream().map(fields -> named(header, fields)).toList();
  }

  private static Map<String, String> named(List<String> header, List<String> fields) {
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < Math.min(header.size(), fields.size()); i++) {
      named.put(header.get(i), fields.get(i));
    }
    return named;
  }

  /** {@return the fields of a line} */
  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append(line.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
