package io.github.memoryleak.site;

import java.util.List;

/**
 * Native memory that one stack took and nobody gave back.
 *
 * @param ofJvm whether the JVM itself asked for it on the stack's behalf, as it does for {@code
 *     Unsafe}; otherwise a native library did
 * @param blocks how many blocks
 * @param bytes how large they are together
 * @param stack the frames of Java, the innermost first, without names of files; empty for a thread
 *     that runs no Java
 */
public record NativeAllocation(
    boolean ofJvm, int blocks, long bytes, List<StackTraceElement> stack) {
  /** Copies the stack. */
  public NativeAllocation {
    stack = List.copyOf(stack);
  }
}
