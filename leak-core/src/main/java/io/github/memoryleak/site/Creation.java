package io.github.memoryleak.site;

import java.util.List;

/**
 * A stack that made objects which are still alive, or which nobody closed.
 *
 * @param type their class as a census names it; of threads class and name pattern
 * @param objects how many
 * @param stack the stack, the innermost frame first, without those of the recorder
 */
public record Creation(String type, int objects, List<StackTraceElement> stack) {
  /** Copies the stack. */
  public Creation {
    stack = List.copyOf(stack);
  }
}
