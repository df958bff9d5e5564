package io.github.memoryleak.maven.recording;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The numbers that a chunk of a recording has for the types of its events, by the chunk's own
 * description of them.
 */
final class ChunkEventTypes {
  private static final int UTF_8 = 3;
  private static final int CHARS = 4;
  private static final int LATIN_1 = 5;
  private static final int NUMBERS_BEFORE_STRINGS = 5;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final ByteBuffer metadata;
  private final String[] strings;

  /**
   * Reads them.
   *
   * @param metadata the whole of the chunk's event that describes types
   */
  ChunkEventTypes(ByteBuffer metadata) {
    this.metadata = metadata;
    for (int i = 0; i < NUMBERS_BEFORE_STRINGS; i++) {
      number(metadata);
    }
    int count = number(metadata);
    if (count < 0 || count > metadata.remaining()) {
      throw new IllegalStateException("its types have " + count + " names");
    }
    strings = new String[count];
    for (int i = 0; i < count; i++) {
      strings[i] = string();
    }
    element();
  }

  /** {@return the number of that type; -1 when the chunk does not know it} */
  int number(String type) {
    return numbers.getOrDefault(type, -1);
  }

  /**
   * {@return a number: seven bits in each byte, the lowest first; the highest bit tells that
   * another one follows}
   */
  static int number(ByteBuffer bytes) {
    long number = 0;
    byte part;
    int shift = 0;
    do {
      part = bytes.get();
      number |= (part & 0x7fL) << shift;
      shift += 7;
    } while (part < 0 && shift < Long.SIZE);
    return (int) number;
  }

  private String string() {
    int form = metadata.get();
    switch (form) {
      case UTF_8, LATIN_1 -> {
        byte[] bytes = new byte[length()];
        metadata.get(bytes);
        return new String(
            bytes, form == UTF_8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
      }
      case CHARS -> {
        char[] chars = new char[length()];
        for (int i = 0; i < chars.length; i++) {
          chars[i] = (char) number(metadata);
        }
        return new String(chars);
      }
      default -> {
        return "";
      }
    }
  }

  private int length() {
    int length = number(metadata);
    if (length < 0 || length > metadata.remaining()) {
      throw new IllegalStateException("a name of its types has " + length + " letters");
    }
    return length;
  }

  private void element() {
    String kind = strings[number(metadata)];
    String name = "";
    String id = "";
    for (int i = number(metadata); i > 0; i--) {
      String key = strings[number(metadata)];
      String value = strings[number(metadata)];
      if (key.equals("name")) {
        name = value;
      } else if (key.equals("id")) {
        id = value;
      }
    }
    if (kind.equals("class")) {
      numbers.put(name, Integer.parseInt(id));
    }
    for (int i = number(metadata); i > 0; i--) {
      element();
    }
  }
}
