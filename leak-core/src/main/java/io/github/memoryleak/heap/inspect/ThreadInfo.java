package io.github.memoryleak.heap.inspect;

import java.util.Comparator;
import java.util.List;

/**
 * A thread.
 *
 * @param name its name
 * @param className its class
 * @param state what it was doing; unknown for a virtual thread, whose numbers differ by release
 * @param isDaemon whether it lets the JVM end, as all virtual threads do
 * @param retainedBytes what it keeps alive, by its locals, its thread-local variables and its
 *     fields
 * @param frames its stack, the latest call first; empty when the dump does not tell
 * @param threadLocals the values of its thread-local variables, largest first
 */
public record ThreadInfo(
    String name,
    String className,
    ThreadState state,
    boolean isDaemon,
    long retainedBytes,
    List<FrameInfo> frames,
    List<ThreadLocalInfo> threadLocals) {
  static final Comparator<ThreadInfo> LARGEST_FIRST =
      Comparator.comparingLong(ThreadInfo::retainedBytes)
          .reversed()
          .thenComparing(ThreadInfo::name);

  /** Copies the lists. */
  public ThreadInfo {
    frames = List.copyOf(frames);
    threadLocals = List.copyOf(threadLocals);
  }
}
