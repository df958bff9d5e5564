package io.github.memoryleak.finding;

import java.util.List;

/**
 * A live thread, as it was seen at the end of the measurement.
 *
 * @param name the thread's name
 * @param type the class of the thread
 * @param state the thread's {@link Thread.State}
 * @param daemon whether it is a daemon
 * @param stack the frames, innermost first, as {@link StackTraceElement#toString()} prints them
 */
public record ThreadTrace(
    String name, String type, String state, boolean daemon, List<String> stack) {
  /** Copies the stack. */
  public ThreadTrace {
    stack = List.copyOf(stack);
  }
}
