package io.github.memoryleak.heap.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame of a stack, and what its local variables hold.
 *
 * @param method class and method, such as {@code com.acme.Pool.run}
 * @param file the source file, or null when the dump does not tell
 * @param line the line from 1 on, or 0 or less when the dump does not tell
 * @param locals the objects that local variables refer to, by class, largest first
 */
public record FrameInfo(String method, @Nullable String file, int line, List<ClassTotal> locals) {
  /** Copies the list. */
  public FrameInfo {
    locals = List.copyOf(locals);
  }

  FrameInfo holding(List<ClassTotal> objects) {
    return new FrameInfo(method, file, line, objects);
  }
}
