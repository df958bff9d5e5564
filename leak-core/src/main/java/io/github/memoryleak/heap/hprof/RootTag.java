package io.github.memoryleak.heap.hprof;

/** The tags of root sub-records. */
public final class RootTag {
  /** Unknown. */
  public static final int UNKNOWN = Tag.ROOT_UNKNOWN;

  /** A global reference of native code. */
  public static final int JNI_GLOBAL = Tag.ROOT_JNI_GLOBAL;

  /** A local reference of native code. */
  public static final int JNI_LOCAL = Tag.ROOT_JNI_LOCAL;

  /** A local variable. */
  public static final int JAVA_FRAME = Tag.ROOT_JAVA_FRAME;

  /** A parameter of native code. */
  public static final int NATIVE_STACK = Tag.ROOT_NATIVE_STACK;

  /** A class of the boot loader. */
  public static final int STICKY_CLASS = Tag.ROOT_STICKY_CLASS;

  /** Referred to from an active thread block. */
  public static final int THREAD_BLOCK = Tag.ROOT_THREAD_BLOCK;

  /** An owned monitor. */
  public static final int MONITOR_USED = Tag.ROOT_MONITOR_USED;

  /** A started thread. */
  public static final int THREAD_OBJECT = Tag.ROOT_THREAD_OBJECT;

  private RootTag() {}
}
