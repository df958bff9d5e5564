package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;

/** Runs a program in a JVM of its own that dumps its heap to the file of its only argument. */
final class DumpingChild {
  private DumpingChild() {}

  /** Runs a program with a JDK, and reads the dump that it left in a folder. */
  static HeapView view(Path jdk, Class<?> program, Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve("child.hprof");
    Process process =
        new ProcessBuilder(
                jdk.resolve("bin").resolve("java").toString(),
                "-Xmx64m",
                "-cp",
                testClasses().toString(),
                program.getName(),
                file.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    return HeapView.of(HprofFile.open(file, HeapProgress.NONE), HeapProgress.NONE);
  }

  /** Dumps the heap of the JVM that this is called in. */
  static void dumpTo(String file) throws IOException {
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
  }

  /** Where the classes of the tests are. */
  static Path testClasses() {
    return Path.of(
        URI.create(
            DumpingChild.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
