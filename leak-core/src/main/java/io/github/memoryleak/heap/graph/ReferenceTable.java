package io.github.memoryleak.heap.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * The strong references of all objects, packed: objects lie side by side in the order of their
 * numbers, and what an object refers to was mostly made at the same time, so that a distance of one
 * byte tells four of five. A reference takes a third of what its number would, without a table of
 * beginnings of four bytes an object.
 *
 * <p>Each object has a header: how many bytes follow, and whether it is an array; then, of an
 * array, its length; then its references. A reference is the distance from the object or, in an
 * array, from the element before, or the number of a class; and its label, if wanted, except in an
 * array. Only the position of every fourth object is known, from which the others are reached by
 * hopping over the ones between. Nothing begins in the last bytes of a chunk, so what has begun in
 * one also ends there.
 */
final class ReferenceTable {
  static final int SHIFT = 20;
  static final int SIZE = 1 << SHIFT;
  static final int MASK = SIZE - 1;

  /** What begins in a chunk is no longer. */
  static final int ROOM = 8;

  static final int GROUP_SHIFT = 2;
  static final int GROUP_MASK = (1 << GROUP_SHIFT) - 1;

  /** The last place of a chunk where something can begin. */
  static final int LAST = SIZE - ROOM;

  private static final long MOST_BYTES = 1L << Integer.SIZE;

  private final byte[][] chunks;
  private final int[] starts;
  private final long references;

  private ReferenceTable(byte[][] chunks, int[] starts, long references) {
    this.chunks = chunks;
    this.starts = starts;
    this.references = references;
  }

  /** {@return a table for the position of every eighth of so many objects} */
  static int[] starts(int objects) {
    return new int[(objects >>> GROUP_SHIFT) + 1];
  }

  /** Positions are 32 bits. */
  static void check(long bytes) {
    if (bytes >= MOST_BYTES) {
      throw new HeapTooLargeException(
          "the heap has too many references: they need more than "
              + (MOST_BYTES >>> 30)
              + " GiB of memory");
    }
  }

  /** Puts parts together that share a table of positions. */
  static final class Builder {
    private final int[] starts;
    private final List<byte[]> chunks = new ArrayList<>();
    private long references;

    Builder(int[] starts) {
      this.starts = starts;
    }

    /** Takes over a part: the references of the objects from a number on, up to another one. */
    void add(ReferenceWriter part, int from, int to) {
      int shift = chunks.size() << SHIFT;
      for (int i = group(from); i < group(to); i++) {
        starts[i] += shift;
      }
      chunks.addAll(part.finish());
      references += part.references();
      check((long) chunks.size() << SHIFT);
    }

    private static int group(int object) {
      return object + GROUP_MASK >>> GROUP_SHIFT;
    }

    ReferenceTable build() {
      return new ReferenceTable(chunks.toArray(byte[][]::new), starts, references);
    }
  }

  /** {@return how many references there are} */
  long references() {
    return references;
  }

  /** {@return the position of the header of an object} */
  long find(int object) {
    long start = Integer.toUnsignedLong(starts[object >>> GROUP_SHIFT]);
    byte[] chunk = chunk(start);
    int offset = (int) start & MASK;
    int left = object & GROUP_MASK;
    while (offset <= LAST && !Packing.isWide(chunk[offset])) {
      if (left-- == 0) {
        return (start & -SIZE) + offset;
      }
      offset += 1 + Packing.shortLength(chunk[offset]);
    }
    return find((start & -SIZE) + offset, left);
  }

  /** {@return the position of the header so many objects behind} */
  private long find(long from, int objects) {
    long at = settled(from);
    for (int left = objects; left > 0; left--) {
      at = settled(after(at));
    }
    return at;
  }

  /** {@return the position where what is told to begin at one really does} */
  long settled(long at) {
    long there = behindGap(at);
    return byteAt(there) == Packing.JUMP ? nextChunk(there) : there;
  }

  /** {@return the position of an item that follows another one} */
  long behindGap(long at) {
    return (at & MASK) > LAST ? nextChunk(at) : at;
  }

  private static long nextChunk(long at) {
    return (at & -SIZE) + SIZE;
  }

  /** {@return where the next object begins, before {@link #settled}} */
  long after(long header) {
    return content(header) + length(header);
  }

  /** {@return the position of what follows a header} */
  long content(long header) {
    return header + (Packing.isWide(byteAt(header)) ? Packing.WIDE_HEADER : 1);
  }

  private long length(long header) {
    int first = byteAt(header);
    return Packing.isWide(first)
        ? Packing.wideLength(bytesAt(header, Packing.WIDE_HEADER))
        : Packing.shortLength(first);
  }

  boolean isArray(long header) {
    return Packing.isArray(byteAt(header));
  }

  /** {@return how many elements an object has, -1 when it is no array} */
  int arrayLength(long header) {
    if (!isArray(header)) {
      return ObjectVisitor.NO_ARRAY;
    }
    return (int) Packing.value(item(behindGap(content(header))));
  }

  /** {@return an item, its kind included} */
  long item(long at) {
    return Packing.item(chunk(at), (int) at & MASK);
  }

  /** {@return the chunk in which a position is} */
  byte[] chunk(long at) {
    return chunks[(int) (at >>> SHIFT)];
  }

  /** {@return where in its chunk to stop on the way from one position to another} */
  static int stop(long from, long to) {
    boolean isSame = from >>> SHIFT == to >>> SHIFT;
    return isSame ? Math.min((int) to & MASK, LAST + 1) : LAST + 1;
  }

  int byteAt(long at) {
    return chunk(at)[(int) at & MASK];
  }

  private long bytesAt(long at, int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (byteAt(at + i) & 0xffL) << Byte.SIZE * i;
    }
    return value;
  }
}
