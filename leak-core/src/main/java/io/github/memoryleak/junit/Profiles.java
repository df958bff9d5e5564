package io.github.memoryleak.junit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the tests is to write.
 *
 * @param heapDump the file of a dump, which ends with {@code .hprof}
 * @param recording the file of a recording
 * @param notesTests whether to tell another recorder which test runs
 * @param isMeasured whether the tests are measured afterwards
 */
record Profiles(
    @Nullable Path heapDump, @Nullable Path recording, boolean notesTests, boolean isMeasured) {

  /** {@return what the system properties of the measured JVM say} */
  static Profiles wanted() {
    Profiles wanted =
        new Profiles(
            path(MeasuredJvm.HEAP_DUMP),
            path(MeasuredJvm.RECORDING),
            Boolean.getBoolean(MeasuredJvm.NOTED_TESTS),
            Boolean.getBoolean(MeasuredJvm.MEASURED));
    return wanted.isAny() ? wanted : new Profiles(null, null, false, true);
  }

  private boolean isAny() {
    return heapDump != null || recording != null || notesTests;
  }

  private static @Nullable Path path(String property) {
    String file = System.getProperty(property);
    return file == null ? null : Path.of(file);
  }
}
