package io.github.memoryleak.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.Problem.Type;
import io.github.memoryleak.junit.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyEndTest {
  private static final String TEST = "acme.CartTest#add";
  private static final Progress LAST =
      new Progress("screen", "acme.CartTest", TEST, "[id]", 1, 1, 0, 1, 0);

  @TempDir Path directory;
  private RunFiles files;

  @BeforeEach
  void start() throws IOException {
    files = RunFiles.fresh(directory.resolve("run-1"));
    Files.write(files.output(), List.of("one", "two"));
  }

  private Problem explain(int exitCode, boolean hung) {
    return EarlyEnd.explain(new Ending(exitCode, hung, LAST, files), Duration.ofMinutes(10));
  }

  @Test
  void a_test_that_calls_exit_is_told_with_its_line() throws IOException {
    Files.write(
        files.lastWords(),
        List.of(
            "java.base@17.0.15/java.util.ArrayList.forEach(ArrayList.java:1511)",
            "app//acme.CartTest.add(CartTest.java:12)",
            "java.base@17.0.15/jdk.internal.reflect.NativeMethodAccessorImpl.invoke0(Native Method)",
            "app//org.junit.platform.commons.util.ReflectionUtils.invokeMethod(R.java:1)"));
    assertThat(explain(3, false))
        .isEqualTo(
            new Problem(
                TEST,
                Type.EXITED,
                "ended the JVM with exit code 3, at acme.CartTest.add(CartTest.java:12)",
                List.of(
                    "java.util.ArrayList.forEach(ArrayList.java:1511)",
                    "acme.CartTest.add(CartTest.java:12)")));
  }

  @Test
  void a_test_that_halts_leaves_no_line() {
    assertThat(explain(3, false))
        .isEqualTo(
            new Problem(
                TEST,
                Type.EXITED,
                "ended the JVM with exit code 3, as Runtime.halt does",
                List.of("one", "two")));
  }

  @Test
  void a_test_that_hangs_is_told_with_its_stack() throws IOException {
    Files.write(
        files.threadDump(),
        List.of(
            "\"other\" WAITING",
            "    at java.lang.Object.wait(Native Method)",
            "",
            "\"main\" TIMED_WAITING",
            "    at java.lang.Thread.sleep(Native Method)",
            "    at app//acme.CartTest.add(CartTest.java:9)",
            "    at app//org.junit.platform.Engine.run(Engine.java:1)",
            ""));
    assertThat(explain(143, true))
        .isEqualTo(
            new Problem(
                TEST,
                Type.HUNG,
                "did not end within 10m (leak.timeout)",
                List.of(
                    "\"main\" TIMED_WAITING",
                    "    at java.lang.Thread.sleep(Native Method)",
                    "    at acme.CartTest.add(CartTest.java:9)")));
  }

  @Test
  void a_full_heap_is_told_with_what_to_do() {
    assertThat(explain(105, false))
        .isEqualTo(
            new Problem(
                TEST,
                Type.OUT_OF_MEMORY,
                "used up the heap of the measured JVM; give it more with -Dleak.argLine=-Xmx1g,"
                    + " say",
                List.of("one", "two")));
  }

  @Test
  void a_crash_is_told_with_the_end_of_the_output() {
    assertThat(explain(134, false))
        .isEqualTo(
            new Problem(
                TEST,
                Type.CRASHED,
                "the measured JVM crashed with exit code 134",
                List.of("one", "two")));
  }

  @Test
  void times_are_told_as_they_are_written() {
    assertThat(EarlyEnd.text(Duration.ofMillis(1500))).isEqualTo("1500ms");
    assertThat(EarlyEnd.text(Duration.ofSeconds(90))).isEqualTo("90s");
    assertThat(EarlyEnd.text(Duration.ofMinutes(2))).isEqualTo("2m");
    assertThat(EarlyEnd.text(Duration.ZERO)).isEqualTo("0s");
  }
}
