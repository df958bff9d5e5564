package io.github.memoryleak.heap.graph;

import java.nio.charset.StandardCharsets;

/** Reads strings: UTF-16 in a char[] up to JDK 8, one or two bytes a character since. */
final class Strings {
  static final String CLASS = "java.lang.String";
  private static final int MOST_BYTES = 1 << 20;
  private static final long LATIN1 = 0;

  private final ObjectReader reader;

  Strings(ObjectReader reader) {
    this.reader = reader;
  }

  /** {@return the text, of a long one the beginning} */
  String text(int string) {
    int value = reader.reference(string, "value");
    if (value < 0) {
      return "";
    }
    byte[] bytes = reader.bytes(value, MOST_BYTES);
    if (!reader.has(string, "coder")) {
      return new String(bytes, StandardCharsets.UTF_16BE);
    }
    return reader.primitive(string, "coder") == LATIN1
        ? new String(bytes, StandardCharsets.ISO_8859_1)
        : new String(bytes, StandardCharsets.UTF_16LE);
  }
}
