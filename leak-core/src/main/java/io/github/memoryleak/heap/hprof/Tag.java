package io.github.memoryleak.heap.hprof;

/**
 * The tags of records and of the sub-records of a heap dump.
 *
 * <p>Source: "HPROF binary format", heapDumper.cpp of the OpenJDK.
 */
final class Tag {
  static final int UTF8 = 0x01;
  static final int LOAD_CLASS = 0x02;
  static final int STACK_FRAME = 0x04;
  static final int STACK_TRACE = 0x05;
  static final int HEAP_DUMP = 0x0c;
  static final int HEAP_DUMP_SEGMENT = 0x1c;
  static final int HEAP_DUMP_END = 0x2c;

  static final int ROOT_UNKNOWN = 0xff;
  static final int ROOT_JNI_GLOBAL = 0x01;
  static final int ROOT_JNI_LOCAL = 0x02;
  static final int ROOT_JAVA_FRAME = 0x03;
  static final int ROOT_NATIVE_STACK = 0x04;
  static final int ROOT_STICKY_CLASS = 0x05;
  static final int ROOT_THREAD_BLOCK = 0x06;
  static final int ROOT_MONITOR_USED = 0x07;
  static final int ROOT_THREAD_OBJECT = 0x08;
  static final int CLASS_DUMP = 0x20;
  static final int INSTANCE_DUMP = 0x21;
  static final int OBJECT_ARRAY_DUMP = 0x22;
  static final int PRIMITIVE_ARRAY_DUMP = 0x23;

  private static final long KNOWN =
      bits(UTF8, LOAD_CLASS, 0x03, STACK_FRAME, STACK_TRACE, 0x06, 0x07, 0x0a, 0x0b, HEAP_DUMP)
          | bits(0x0d, 0x0e, HEAP_DUMP_SEGMENT, HEAP_DUMP_END);

  private Tag() {}

  /** {@return whether the specification knows a record of this tag} */
  static boolean isRecord(int tag) {
    return tag < Long.SIZE && (KNOWN >>> tag & 1) != 0;
  }

  private static long bits(int... tags) {
    long bits = 0;
    for (int tag : tags) {
      bits |= 1L << tag;
    }
    return bits;
  }
}
