package io.github.memoryleak.heap.graph;

import java.util.function.IntBinaryOperator;

/**
 * Steps over the strong references of one object after another. Not for several threads: each has
 * one of its own.
 */
public final class References {
  /** How many numbers a place takes, see {@link #save}. */
  public static final int PLACE = 3;

  private final ReferenceTable table;
  private final IntBinaryOperator elementLabels;
  private final boolean labelled;
  private int object;
  private boolean isArray;
  private int base;

  /** The chunk with the next reference, where it begins, and where the chunk has no further one. */
  private byte[] chunk = {};

  private int at;
  private int stop;

  /** The position of the chunk, and that behind the last reference. */
  private long start;

  private long end;
  private int target;
  private int label;

  References(ReferenceTable table, boolean labelled, IntBinaryOperator elementLabels) {
    this.table = table;
    this.elementLabels = elementLabels;
    this.labelled = labelled;
  }

  /**
   * Goes before the first reference of an object.
   *
   * @param from its number
   * @return this
   */
  public References of(int from) {
    long header = table.find(from);
    object = from;
    base = from;
    chunk = table.chunk(header);
    start = header & -ReferenceTable.SIZE;
    int offset = (int) (header - start);
    int first = chunk[offset];
    isArray = Packing.isArray(first);
    at = offset + 1;
    stop = at + Packing.shortLength(first);
    if (Packing.isWide(first) || stop > ReferenceTable.LAST) {
      begin(header);
    } else {
      end = start + stop;
      at += isArray ? Packing.bytes(chunk[at]) : 0;
    }
    return this;
  }

  private void begin(long header) {
    long content = table.content(header);
    end = table.after(header);
    if (isArray) {
      content = table.behindGap(content);
      content += Packing.bytes(table.byteAt(content));
    }
    moveTo(content);
  }

  private void moveTo(long position) {
    chunk = table.chunk(position);
    start = position & -ReferenceTable.SIZE;
    at = (int) (position - start);
    stop = ReferenceTable.stop(position, end);
  }

  /** {@return whether there is no further reference} */
  public boolean isDone() {
    return at >= stop && start + at >= end;
  }

  /**
   * Goes to the next reference.
   *
   * @return whether there is one
   */
  public boolean next() {
    if (at >= stop) {
      if (start + at >= end) {
        return false;
      }
      moveTo(table.behindGap(start + at));
    }
    int first = chunk[at];
    if (Packing.isByte(first)) {
      at++;
      lead(base + Packing.shortDistance(first));
    } else {
      follow(Packing.item(chunk, at));
    }
    if (labelled && !isArray) {
      label = chunk[at++] & 0xff;
    }
    return true;
  }

  private void lead(int to) {
    target = to;
    base = isArray ? to : base;
  }

  private void follow(long item) {
    at += Packing.bytes((int) item);
    long value = Packing.value(item);
    if (Packing.isClass((int) item)) {
      target = (int) value;
    } else {
      lead((int) (base + Packing.distance(value)));
    }
  }

  /** {@return the object that the reference leads to} */
  public int target() {
    return target;
  }

  /**
   * {@return by what the reference is held, see {@link Label}; {@link Label#OTHER} in a graph
   * without labels}
   *
   * <p>Only after {@link #of}, not after {@link #restore}.
   */
  public int label() {
    if (!labelled) {
      return Label.OTHER;
    }
    return isArray ? elementLabels.applyAsInt(object, target) : label;
  }

  /** {@return how many references are left} */
  public int count() {
    int count = 0;
    while (next()) {
      count++;
    }
    return count;
  }

  /**
   * Notes where this is, to go on from there later on.
   *
   * @param places where to note it
   * @param index the first of {@value #PLACE} entries
   */
  public void save(int[] places, int index) {
    places[index] = isArray ? ~base : base;
    places[index + 1] = (int) (start + at);
    places[index + 2] = (int) end;
  }

  /**
   * Goes back to where this or another one was.
   *
   * @param places where that is noted
   * @param index the first of {@value #PLACE} entries
   */
  public void restore(int[] places, int index) {
    isArray = places[index] < 0;
    base = isArray ? ~places[index] : places[index];
    end = Integer.toUnsignedLong(places[index + 2]);
    moveTo(Integer.toUnsignedLong(places[index + 1]));
  }
}
