package io.github.memoryleak.heap.dsl;

/** The kinds of GC roots of the format. */
public enum GcRoot {
  UNKNOWN(0xFF),
  JNI_GLOBAL(0x01),
  JNI_LOCAL(0x02),
  JAVA_FRAME(0x03),
  NATIVE_STACK(0x04),
  STICKY_CLASS(0x05),
  THREAD_BLOCK(0x06),
  MONITOR_USED(0x07),
  THREAD_OBJECT(0x08);

  final int tag;

  GcRoot(int tag) {
    this.tag = tag;
  }

  boolean hasThread() {
    return this == JNI_LOCAL
        || this == JAVA_FRAME
        || this == NATIVE_STACK
        || this == THREAD_BLOCK
        || this == THREAD_OBJECT;
  }

  boolean hasFrame() {
    return this == JNI_LOCAL || this == JAVA_FRAME;
  }
}
