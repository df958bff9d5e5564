package io.github.memoryleak.junit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a single run of the tests is to write.
 *
 * @param heapDump the file of a dump, which ends with {@code .hprof}
 * @param recording the file of a recording
 */
record Profiles(@Nullable Path heapDump, @Nullable Path recording) {

  /** {@return what the system properties of the measured JVM say} */
  static Profiles wanted() {
    return new Profiles(path(MeasuredJvm.HEAP_DUMP), path(MeasuredJvm.RECORDING));
  }

  /** {@return whether there is anything to write, so that the tests run once} */
  boolean isAny() {
    return heapDump != null || recording != null;
  }

  private static @Nullable Path path(String property) {
    String file = System.getProperty(property);
    return file == null ? null : Path.of(file);
  }
}
