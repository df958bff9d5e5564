package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was judged is told, as documented, though the measurement does not come to its end. */
class BrokenOffIT {
  private static final MarkdownPage REPORTS =
      MarkdownPage.of(Path.of("../docs/how-to-read-a-report.md"));

  private static final String RUN = "target/leak-reports/measured-jvm/run-1/";
  private static final String LEAK =
      "HEAP com.acme.CheckoutTest#pay com.acme.CheckoutTest$Session 1.0";

  /** Steady growth is a leak after so many. */
  private static final String ROUNDS = "-Dleak.rounds=6";

  /** What Unix tells of a process that SIGTERM ended. */
  private static final int TERMINATED = 128 + 15;

  @Test
  void a_leak_is_told_though_the_jvm_dies_later_and_no_test_can_be_left_out() {
    MavenResult build =
        MavenRun.of("broken-off").run("leak:test", "-Dleak.test=CheckoutTest,HaltingTest", ROUNDS);
    assertThat(build.console())
        .startsWith(
            """
            [ERROR] LEAK CheckoutTest#pay: Heap: <heap>, Threads: same
            [WARNING] INCONCLUSIVE suite: the measurement was broken off after 1 of 2 test classes; those that are not listed were not judged
            [WARNING] INCONCLUSIVE HaltingTest#adds: ended the JVM with exit code 7, as Runtime.halt does
            """)
        .contains(
            "held by   static com.acme.CheckoutTest.SESSIONS",
            "[ERROR] EXITED com.acme.HaltingTest#adds: ended the JVM with exit code 7, as Runtime.halt does",
            REPORTS.block("text", 5));
    assertThat(build.failure())
        .contains(
            "[ERROR]   HEAP com.acme.CheckoutTest$Session in com.acme.CheckoutTest#pay: ",
            "[ERROR] INCONCLUSIVE: 2 subjects could not be measured");
    assertThat(build.verdict()).isEqualTo("LEAK");
    assertThat(build.subjects())
        .containsExactly(
            "LEAK com.acme.CheckoutTest#pay",
            "INCONCLUSIVE suite",
            "INCONCLUSIVE com.acme.HaltingTest#adds");
    assertThat(build.findings()).containsExactly(LEAK);
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_build_that_is_ended_from_outside_leaves_what_was_judged() throws IOException {
    MavenRun project = MavenRun.of("broken-off");
    MavenResult build =
        project.breakOff(
            RUN + "judged-so-far.json",
            "after 1 of 2 test classes",
            "leak:test",
            "-Dleak.test=CheckoutTest,WaitingTest",
            ROUNDS);
    assertThat(build.exit()).isEqualTo(TERMINATED);
    assertThat(told(build))
        .as(build.output())
        .containsExactlyElementsOf(REPORTS.block("text", 6).lines().toList());
    assertThat(build.verdict()).isEqualTo("LEAK");
    assertThat(build.subjects())
        .containsExactly("LEAK com.acme.CheckoutTest#pay", "INCONCLUSIVE suite");
    assertThat(build.findings()).containsExactly(LEAK);
    JsonNode problem = build.report().at("/problems/0");
    assertThat(problem.get("type").asText()).isEqualTo("BROKEN_OFF");
    assertThat(build.report().get("problems")).hasSize(1);
    assertThat(project.directory().resolve("target/leak-reports/leak-report.html"))
        .content()
        .contains("CheckoutTest#pay", "BROKEN OFF");
    assertThat(files(project))
        .contains("TEST-com.acme.CheckoutTest.leak.xml", "leak-report.sarif")
        .noneMatch(name -> name.startsWith("unfinished_"));
    assertThat(project.directory().resolve(RUN).resolveSibling("run-2")).doesNotExist();
  }

  @Test
  void a_build_that_is_ended_before_anything_is_judged_says_so() {
    MavenRun project = MavenRun.of("hanging-test");
    MavenResult build =
        project.breakOff(RUN + "progress.txt", "#waits_for_what_never_comes", "leak:test");
    assertThat(told(build))
        .as(build.output())
        .containsExactly(
            "leak:test: the measurement was broken off before the tests had run once: nothing was"
                + " judged, and there is no report");
    assertThat(build.hasReport()).isFalse();
    assertThat(build.exit()).isEqualTo(TERMINATED);
  }

  /** Maven itself resets the colours when it is ended. */
  private static Stream<String> told(MavenResult build) {
    return build.lines().stream()
        .map(line -> line.replaceAll("\u001b\\[0?m", ""))
        .filter(line -> line.startsWith("leak:test: "));
  }

  private static Stream<String> files(MavenRun project) throws IOException {
    Path reports = project.directory().resolve("target/leak-reports");
    try (Stream<Path> files = Files.list(reports)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList().stream();
    }
  }
}
