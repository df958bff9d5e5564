package io.github.memoryleak.heap.hprof;

/** Sees the sub-records of a heap dump. Positions are those of the tag. */
public interface SubRecordVisitor {
  /**
   * An instance.
   *
   * @param position of the sub-record
   * @param id of the object
   * @param classId of its class
   * @param length bytes of its fields
   */
  void instance(long position, long id, long classId, int length);

  /**
   * An array of references.
   *
   * @param position of the sub-record
   * @param id of the array
   * @param classId of its class
   * @param length elements
   */
  void objectArray(long position, long id, long classId, int length);

  /**
   * An array of numbers.
   *
   * @param position of the sub-record
   * @param id of the array
   * @param type of an element
   * @param length elements
   */
  void primitiveArray(long position, long id, FieldType type, int length);

  /**
   * A class; {@link ClassDump} reads it.
   *
   * @param position of the sub-record
   * @param id of the class object
   */
  default void classDump(long position, long id) {}

  /**
   * A root.
   *
   * @param tag of the sub-record, see {@link RootTag}
   * @param id of the object
   * @param thread serial number of its thread, or 0
   * @param frame number of its frame, or -1; for a thread the serial number of its stack trace
   */
  default void root(int tag, long id, int thread, int frame) {}

  /** The segment ends here, although the rest of its last sub-record is missing. */
  default void cut() {}
}
