package io.github.memoryleak.heap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analysis that gets less memory than it needs. */
class HeapMainMemoryTest {
  @TempDir private Path directory;

  @Test
  void too_little_memory_is_told_with_numbers_and_what_to_do() throws Exception {
    Path dump = directory.resolve("own.hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(dump.toString(), true);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx6m",
                "-XX:+UseSerialGC",
                "-cp",
                Path.of("target", "classes").toString(),
                HeapMain.class.getName(),
                "dominators",
                dump.toString())
            .start();
    process.getOutputStream().close();
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(errors).isEqualTo(HeapMain.OUT_OF_MEMORY);
    assertThat(errors.strip())
        .matches(
            "Out of memory: dominators had [\\d.]+ MB of heap for a dump of [\\d.]+ MB[.] Give it"
                + " more, -Xmx\\d+m [(]this machine has [\\d.]+ GB[)], or start with the command"
                + " histogram, which needs little[.]");
  }
}
