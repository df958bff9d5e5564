package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.RootTag;

/** Why an object is a root; the order is that in which paths prefer them. */
public enum RootKind {
  /** A class of the boot, platform or application loader. */
  SYSTEM_CLASS("system class"),
  /** A started thread. */
  THREAD("thread"),
  /** A local variable of a thread that is not in the dump. */
  JAVA_FRAME("local variable"),
  /** A local reference of native code. */
  JNI_LOCAL("JNI local"),
  /** A parameter of native code. */
  NATIVE_STACK("native stack"),
  /** Referred to from an active thread block. */
  THREAD_BLOCK("thread block"),
  /** A monitor that is owned or waited for. */
  MONITOR("monitor"),
  /** A global reference of native code. */
  JNI_GLOBAL("JNI global"),
  /** Unknown. */
  UNKNOWN("unknown root");

  private final String label;

  RootKind(String label) {
    this.label = label;
  }

  /** {@return the name for people} */
  public String label() {
    return label;
  }

  static RootKind of(int tag) {
    return switch (tag) {
      case RootTag.STICKY_CLASS -> SYSTEM_CLASS;
      case RootTag.THREAD_OBJECT -> THREAD;
      case RootTag.JAVA_FRAME -> JAVA_FRAME;
      case RootTag.JNI_LOCAL -> JNI_LOCAL;
      case RootTag.NATIVE_STACK -> NATIVE_STACK;
      case RootTag.THREAD_BLOCK -> THREAD_BLOCK;
      case RootTag.MONITOR_USED -> MONITOR;
      case RootTag.JNI_GLOBAL -> JNI_GLOBAL;
      default -> UNKNOWN;
    };
  }
}
