package io.github.memoryleak.yardstick;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A reader of heap dumps. */
@FunctionalInterface
public interface Yardstick {
  /**
   * {@return the instances of each class, by its name as in source code; those of {@code
   * java.lang.Class} left out}
   */
  Map<String, Long> instances(Path dump) throws IOException;
}
