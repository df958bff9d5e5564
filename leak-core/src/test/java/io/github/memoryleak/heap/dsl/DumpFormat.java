package io.github.memoryleak.heap.dsl;

/**
 * How a dump is written.
 *
 * @param version the format's version, {@code 1.0.1} or {@code 1.0.2}
 * @param idSize bytes of an id, 4 or 8
 * @param segment a segment ends when it has that many bytes, or 0 for a single HEAP_DUMP record
 * @param classesFirst whether classes come before all other objects, as HotSpot writes them
 * @param rootsFirst whether roots come before all objects
 * @param model how large objects are
 * @param layout where they lie
 */
public record DumpFormat(
    String version,
    int idSize,
    int segment,
    boolean classesFirst,
    boolean rootsFirst,
    ObjectModel model,
    Layout layout) {
  /** As HotSpot 17 with a small heap. */
  public static final DumpFormat HOTSPOT =
      new DumpFormat(
          "1.0.2",
          8,
          1 << 20,
          true,
          false,
          ObjectModel.COMPRESSED,
          Layout.ascendingFrom(0x7_1000_0000L));

  /** As an old JVM of 32 bits. */
  public static final DumpFormat BITS_32 =
      HOTSPOT
          .withVersion("1.0.1")
          .withIdSize(4)
          .withSegment(0)
          .withModel(ObjectModel.BITS_32)
          .withLayout(Layout.ascendingFrom(0xA000_0000L));

  /** {@return the same with another version} */
  public DumpFormat withVersion(String newVersion) {
    return new DumpFormat(newVersion, idSize, segment, classesFirst, rootsFirst, model, layout);
  }

  /** {@return the same with ids of another size; 4 needs a layout below 4 GB} */
  public DumpFormat withIdSize(int bytes) {
    return new DumpFormat(version, bytes, segment, classesFirst, rootsFirst, model, layout);
  }

  /** {@return the same with segments of another size, or 0 for a single HEAP_DUMP record} */
  public DumpFormat withSegment(int bytes) {
    return new DumpFormat(version, idSize, bytes, classesFirst, rootsFirst, model, layout);
  }

  /** {@return the same with classes among the other objects, in the order they were made} */
  public DumpFormat withClassesInBetween() {
    return new DumpFormat(version, idSize, segment, false, rootsFirst, model, layout);
  }

  /** {@return the same with the roots before all objects} */
  public DumpFormat withRootsFirst() {
    return new DumpFormat(version, idSize, segment, classesFirst, true, model, layout);
  }

  /** {@return the same with objects of other sizes} */
  public DumpFormat withModel(ObjectModel newModel) {
    return new DumpFormat(version, idSize, segment, classesFirst, rootsFirst, newModel, layout);
  }

  /** {@return the same with objects elsewhere} */
  public DumpFormat withLayout(Layout newLayout) {
    return new DumpFormat(version, idSize, segment, classesFirst, rootsFirst, model, newLayout);
  }
}
