package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Who takes a library's memory that is never freed; only glibc tells that it grows. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only glibc tells what malloc gave")
class NativeSiteIT {
  private static final String SAMPLE = "library-memory-never-freed";

  @Test
  @EnabledOnOs(
      value = OS.LINUX,
      architectures = {"amd64", "aarch64"},
      disabledReason = "async-profiler has no library for this processor")
  void the_line_that_takes_memory_of_a_library_is_told() {
    MavenResult build = MavenRun.of(SAMPLE).run("leak:test", "-Dleak.profiler=async-profiler");
    assumeFalse(
        build.output().contains("but cannot be resolved"),
        "async-profiler is not in the local repository, and the build is offline");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS CanvasTest#gives_back_what_it_takes: Heap: <heap>, Threads: same
            [ERROR] LEAK CanvasTest#is_painted: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. native memory (malloc): <bytes> per loop, between <bytes> and <bytes>
            [ERROR]    seen in   com.acme.CanvasTest#is_painted
            [ERROR]    created   at com.acme.Canvas.paint(Canvas.java:13)
            [ERROR]              at com.acme.CanvasTest.is_painted(CanvasTest.java:11)
            [INFO]
            [INFO] 1 leak in 1 of 2 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.findings())
        .containsExactly("NATIVE com.acme.CanvasTest#is_painted native memory (malloc) 0.0");
    assertThat(build.exit()).isEqualTo(1);
    assertThat(build.directory().resolve("target/leak-reports/measured-jvm/libasyncProfiler.so"))
        .as("the settings for starting the JVM again name it")
        .exists();
  }

  @Test
  void without_async_profiler_a_note_tells_how_to_learn_the_line() {
    MavenResult build = MavenRun.of(SAMPLE).run("leak:test", "-Dleak.test=CanvasTest#is_painted");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK CanvasTest#is_painted: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. native memory (malloc): <bytes> per loop, between <bytes> and <bytes>
            [ERROR]    seen in   com.acme.CanvasTest#is_painted
            [WARNING]
            [WARNING] Note: Where what leaks in com.acme.CanvasTest#is_painted is made is not known: leak:test records who takes native memory when leak.profiler=async-profiler is set, on Linux and macOS.
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
  }

  @Test
  void where_async_profiler_has_no_library_the_leak_is_told_all_the_same() {
    MavenResult build =
        MavenRun.of(SAMPLE)
            .with("MAVEN_OPTS", "-Dos.arch=s390x")
            .run(
                "leak:test", "-Dleak.test=CanvasTest#is_painted", "-Dleak.profiler=async-profiler");
    assertThat(build.lines())
        .contains(
            "[WARNING] Note: Where what leaks in com.acme.CanvasTest#is_painted is made is not"
                + " known: async-profiler has no library for Linux on s390x: it is there for Linux on x64"
                + " and arm64, and for macOS. Leave leak.profiler out.");
    assertThat(build.verdict()).isEqualTo("LEAK");
  }

  @Test
  void an_unknown_profiler_is_told_before_anything_runs() {
    MavenResult build = MavenRun.of(SAMPLE).run("leak:test", "-Dleak.profiler=yourkit");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project library-memory-never-freed: leak.profiler must be jfr or async-profiler, but is 'yourkit'. -> [Help 1]""");
  }
}
