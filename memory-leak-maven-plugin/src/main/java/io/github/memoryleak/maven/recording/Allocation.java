package io.github.memoryleak.maven.recording;

import java.util.List;

/**
 * What one stack allocated of one class.
 *
 * @param stack the stack, the innermost frame first
 * @param type the class
 * @param test the test during which it did; empty where the recording does not tell
 * @param objects about how many objects
 * @param bytes about how many bytes
 */
public record Allocation(List<Frame> stack, String type, String test, long objects, long bytes) {
  /** Copies the stack. */
  public Allocation {
    stack = List.copyOf(stack);
  }

  long value(SampleIndex index) {
    return index.isBytes() ? bytes : objects;
  }
}
