package io.github.memoryleak.heap.graph;

/**
 * How numbers become bytes, least significant first. The lowest three bits of an item are its kind,
 * which tells how many bytes it has: distances of one to five bytes, or the number of a class in
 * two, three or five.
 */
final class Packing {
  /** The header that says that what follows is in the next chunk. */
  static final byte JUMP = 0b101;

  static final int WIDE_HEADER = 8;

  private static final int KIND_BITS = 3;
  private static final int KIND_MASK = (1 << KIND_BITS) - 1;

  /** The first kind that is a class. */
  private static final int CLASS = 5;

  private static final int WIDE = 1;
  private static final int ARRAY = 2;
  private static final int SHORT_SHIFT = 2;
  private static final int WIDE_SHIFT = 3;

  private static final byte[] BYTES = {1, 2, 3, 4, 5, 2, 3, 5};

  private Packing() {}

  /** {@return how many bytes an item has} */
  static int bytes(int first) {
    return BYTES[first & KIND_MASK];
  }

  /** {@return the item that begins at an offset, its kind included} */
  static long item(byte[] bytes, int offset) {
    long item = bytes[offset] & 0xff;
    int count = bytes((int) item);
    for (int i = 1; i < count; i++) {
      item |= (bytes[offset + i] & 0xffL) << Byte.SIZE * i;
    }
    return item;
  }

  /** {@return whether an item is a distance of one byte} */
  static boolean isByte(int first) {
    return (first & KIND_MASK) == 0;
  }

  /** {@return the distance that a byte tells} */
  static int shortDistance(int item) {
    int value = (item & 0xff) >>> KIND_BITS;
    return value >>> 1 ^ -(value & 1);
  }

  static boolean isClass(int first) {
    return (first & KIND_MASK) >= CLASS;
  }

  static long value(long item) {
    return item >>> KIND_BITS;
  }

  /** {@return a distance, whose sign is its lowest bit} */
  static long distance(long value) {
    return value >>> 1 ^ -(value & 1);
  }

  static long near(long distance) {
    return length(distance << 1 ^ distance >> Long.SIZE - 1);
  }

  static long length(long value) {
    int kind = 0;
    while (value >>> Byte.SIZE * BYTES[kind] - KIND_BITS != 0) {
      kind++;
    }
    return value << KIND_BITS | kind;
  }

  static long toClass(int number) {
    int kind = CLASS;
    while (number >>> Math.min(Byte.SIZE * BYTES[kind] - KIND_BITS, Integer.SIZE - 1) != 0) {
      kind++;
    }
    return (long) number << KIND_BITS | kind;
  }

  static long header(long length, boolean isArray, boolean isWide) {
    int flags = isArray ? ARRAY : 0;
    return isWide ? length << WIDE_SHIFT | flags | WIDE : length << SHORT_SHIFT | flags;
  }

  static boolean isWide(int header) {
    return (header & WIDE) != 0;
  }

  static boolean isArray(int header) {
    return (header & ARRAY) != 0;
  }

  /** {@return the bytes behind a header of one byte} */
  static int shortLength(int header) {
    return (header & 0xff) >>> SHORT_SHIFT;
  }

  /** {@return the bytes behind a header of eight} */
  static long wideLength(long header) {
    return header >>> WIDE_SHIFT;
  }
}
