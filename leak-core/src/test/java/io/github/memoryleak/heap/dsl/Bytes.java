package io.github.memoryleak.heap.dsl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Big-endian bytes that grow. */
final class Bytes {
  private final int idSize;
  private byte[] bytes = new byte[1 << 12];
  private int size;

  Bytes(int idSize) {
    this.idSize = idSize;
  }

  int size() {
    return size;
  }

  int idSize() {
    return idSize;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  Bytes value(long value, int width) {
    if (size + width > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + width));
    }
    put(size, value, width);
    size += width;
    return this;
  }

  Bytes u1(int value) {
    return value(value, 1);
  }

  Bytes u2(int value) {
    return value(value, 2);
  }

  Bytes u4(long value) {
    return value(value, 4);
  }

  Bytes u8(long value) {
    return value(value, 8);
  }

  Bytes id(long value) {
    return value(value, idSize);
  }

  Bytes text(String text) {
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      u1(b);
    }
    return this;
  }

  void patchU4(int at, long value) {
    put(at, value, 4);
  }

  private void put(int at, long value, int width) {
    for (int i = 0; i < width; i++) {
      bytes[at + i] = (byte) (value >>> 8 * (width - 1 - i));
    }
  }
}
