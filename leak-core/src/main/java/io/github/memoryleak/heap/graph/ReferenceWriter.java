package io.github.memoryleak.heap.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Packs the references of some objects in a row, see {@link ReferenceTable} for the form. Objects
 * come in the order of their numbers, each with what it refers to.
 */
final class ReferenceWriter {
  /** So many entries, the length of an array and a gap fit into what a short header can say. */
  private static final int SHORT_ENTRIES = 8;

  private static final int START = 1 << 10;

  private final int[] starts;
  private final int classCount;
  private final boolean labelled;
  private final List<byte[]> chunks = new ArrayList<>();
  private byte[] chunk = new byte[START];
  private int used;
  private long references;

  private int base;
  private boolean isArray;
  private boolean isWide;
  private int headerChunk;
  private int header;

  /**
   * Begins with nothing.
   *
   * @param starts where to note the position of every fourth object
   * @param classCount how many of the objects are classes
   * @param labelled whether to keep labels
   */
  ReferenceWriter(int[] starts, int classCount, boolean labelled) {
    this.starts = starts;
    this.classCount = classCount;
    this.labelled = labelled;
  }

  /** Begins with an object that is no array and has so many references or fewer. */
  void object(int object, int most) {
    begin(object, most, false);
  }

  /** Begins with an array of so many elements, and so many references or fewer. */
  void array(int object, int length, int most) {
    begin(object, most, true);
    item(Packing.length(length));
  }

  private void begin(int object, int most, boolean array) {
    makeRoom();
    if ((object & ReferenceTable.GROUP_MASK) == 0) {
      starts[object >>> ReferenceTable.GROUP_SHIFT] = (int) position();
    }
    base = object;
    isArray = array;
    isWide = most > SHORT_ENTRIES;
    headerChunk = chunks.size();
    header = used;
    used += isWide ? Packing.WIDE_HEADER : 1;
  }

  /** Adds a reference to the object begun last. */
  void add(int target, byte label) {
    item(target < classCount ? Packing.toClass(target) : Packing.near(target - (long) base));
    references++;
    if (isArray) {
      base = target < classCount ? base : target;
    } else if (labelled) {
      chunk[used++] = label;
    }
  }

  private void item(long packed) {
    makeRoom();
    int bytes = Packing.bytes((int) packed);
    chunk[used++] = (byte) packed;
    for (int i = 1; i < bytes; i++) {
      chunk[used++] = (byte) (packed >>> Byte.SIZE * i);
    }
  }

  /** Ends the object begun last. */
  void end() {
    long content = (long) headerChunk << ReferenceTable.SHIFT;
    content += header + (isWide ? Packing.WIDE_HEADER : 1);
    long packed = Packing.header(position() - content, isArray, isWide);
    byte[] bytes = headerChunk == chunks.size() ? chunk : chunks.get(headerChunk);
    for (int i = 0; i < (isWide ? Packing.WIDE_HEADER : 1); i++) {
      bytes[header + i] = (byte) (packed >>> Byte.SIZE * i);
    }
  }

  /** The only chunk starts small and doubles, so that a small heap costs little. */
  private void makeRoom() {
    if (used > chunk.length - ReferenceTable.ROOM) {
      if (chunk.length < ReferenceTable.SIZE) {
        chunk = Arrays.copyOf(chunk, 2 * chunk.length);
      } else {
        chunks.add(chunk);
        chunk = new byte[ReferenceTable.SIZE];
        used = 0;
        check();
      }
    }
  }

  private long position() {
    return ((long) chunks.size() << ReferenceTable.SHIFT) + used;
  }

  private void check() {
    ReferenceTable.check((long) chunks.size() << ReferenceTable.SHIFT);
  }

  long references() {
    return references;
  }

  /** {@return all chunks; nothing may be added afterwards} */
  List<byte[]> finish() {
    makeRoom();
    chunk[used] = Packing.JUMP;
    chunks.add(Arrays.copyOf(chunk, used + ReferenceTable.ROOM));
    chunk = new byte[0];
    return chunks;
  }
}
