package io.github.memoryleak.finding;

import java.util.List;

/**
 * A live thread, as it was seen at the end of the measurement.
 *
 * @param name the thread's name
 * @param type the class of the thread
 * @param state the thread's {@link Thread.State}
 * @param daemon whether it is a daemon
 * @param stack the frames, innermost first, as {@link #text} prints them
 */
public record ThreadTrace(
    String name, String type, String state, boolean daemon, List<String> stack) {
  /**
   * {@return the frame as in a stack trace, without the names of class loader and module}
   *
   * @param frame a frame
   */
  public static String text(StackTraceElement frame) {
    return new StackTraceElement(
            frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber())
        .toString();
  }

  /** Copies the stack. */
  public ThreadTrace {
    stack = List.copyOf(stack);
  }
}
