package io.github.memoryleak.heap.dsl;

/**
 * How a JVM lays out objects.
 *
 * @param header bytes before the fields of an instance
 * @param arrayHeader bytes before the elements of an array
 * @param reference bytes of a reference in the heap (the dump has its own)
 * @param alignment every object's size is a multiple of it
 */
public record ObjectModel(int header, int arrayHeader, int reference, int alignment) {
  /** HotSpot with less than 32 GB of heap: compressed references and class pointers. */
  public static final ObjectModel COMPRESSED = new ObjectModel(12, 16, 4, 8);

  /** HotSpot with large heaps: compressed class pointers alone. */
  public static final ObjectModel WIDE_REFERENCES = new ObjectModel(12, 16, 8, 8);

  /** HotSpot with nothing compressed. */
  public static final ObjectModel UNCOMPRESSED = new ObjectModel(16, 24, 8, 8);

  /** HotSpot 25 with compact object headers. */
  public static final ObjectModel COMPACT = new ObjectModel(8, 12, 4, 8);

  /** HotSpot of 32 bits. */
  public static final ObjectModel BITS_32 = new ObjectModel(8, 12, 4, 8);

  /** A {@code java.lang.Class} before its static fields: most of it is not in the dump. */
  private static final int MIRROR = 112;

  /** {@return the same with another alignment} */
  public ObjectModel alignedTo(int bytes) {
    return new ObjectModel(header, arrayHeader, reference, bytes);
  }

  long instance(DumpClass clazz) {
    return aligned(FieldLayout.end(clazz, this));
  }

  long mirror(DumpClass clazz) {
    long size = MIRROR;
    for (StaticField field : clazz.statics()) {
      size += field.type().size(reference);
    }
    return aligned(size);
  }

  long array(Type type, long length) {
    return aligned(arrayHeader + length * type.size(reference));
  }

  private long aligned(long size) {
    return (size + alignment - 1) / alignment * alignment;
  }
}
