package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code leak:profile}, recordings in {@code leak:analyze} and {@code leak:compare}, {@code
 * leak:clean}.
 */
class ProfileGoalsIT {
  private static final String PLUGIN =
      "io.github.memoryleak:memory-leak-maven-plugin:" + Settings.leakVersion() + ":";

  @TempDir private Path empty;

  @Test
  void the_tests_are_recorded_shown_compared_and_cleaned_away() throws IOException {
    MavenRun project = MavenRun.of("quickstart");
    MavenResult first = project.run("leak:profile", "-Dleak.top=3");
    assertThat(first.exit()).as(first.output()).isZero();
    assertThat(first.lines())
        .contains(
            "[INFO] What allocates, by itself (flat) and with what it calls (cum):",
            "[INFO] By test (19 runs):");
    assertThat(names(project)).containsExactly("collapsed", "html", "jfr", "pb.gz");

    MavenResult analysis = project.run("leak:analyze", "-Dleak.focus=com[.]acme", "-Dleak.top=3");
    assertThat(analysis.exit()).as(analysis.output()).isZero();
    assertThat(analysis.lines())
        .anyMatch(
            line -> line.matches("\\[INFO] target/profiles/mem_[0-9_]+[.]jfr: .* allocated .*"));

    MavenResult second = project.run("leak:profile", "-Dleak.top=3");
    assertThat(second.exit()).as(second.output()).isZero();
    MavenResult comparison = project.run("leak:compare", "-Dleak.allocationGrowth=500%");
    assertThat(comparison.exit()).as(comparison.output()).isZero();
    assertThat(comparison.lines())
        .anyMatch(line -> line.matches("\\[INFO] Current: target/profiles/mem_[0-9_]+[.]jfr .*"))
        .anyMatch(line -> line.matches("\\[INFO] Allocated per test run: .* -> .* [(].*%[)]"));

    Path notes = project.directory().resolve("target/profiles/notes.txt");
    Files.writeString(notes, "mine");
    MavenResult clean = project.run("leak:clean");
    assertThat(clean.exit()).as(clean.output()).isZero();
    assertThat(names(project)).containsExactly("txt");
    assertThat(project.directory().resolve("target/leak-reports")).doesNotExist();
    assertThat(project.run("leak:clean").lines()).contains("[INFO] There is nothing to remove.");
  }

  private static List<String> names(MavenRun project) throws IOException {
    try (Stream<Path> files = Files.list(project.directory().resolve("target/profiles"))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.startsWith("."))
          .map(name -> name.substring(name.indexOf('.') + 1))
          .sorted()
          .toList();
    }
  }

  @Test
  void a_running_jvm_is_recorded() throws IOException {
    Path program =
        Files.writeString(
            empty.resolve("Busy.java"),
            """
            public class Busy {
              static volatile Object sink;
              public static void main(String[] args) throws Exception {
                System.out.println("ready");
                long end = System.currentTimeMillis() + 120_000;
                while (System.currentTimeMillis() < end) {
                  sink = new byte[1 << 16];
                }
              }
            }
            """);
    Process busy =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                program.toString())
            .redirectErrorStream(true)
            .start();
    try (var output = busy.inputReader()) {
      assertThat(output.readLine()).isEqualTo("ready");
      MavenResult build =
          MavenRun.in(Files.createDirectories(empty.resolve("folder")))
              .run(PLUGIN + "profile", "-Dleak.pid=" + busy.pid(), "-Dleak.duration=2s");
      assertThat(build.exit()).as(build.output()).isZero();
      assertThat(build.lines())
          .anyMatch(line -> line.matches("\\[INFO] .* byte\\[]"))
          .anyMatch(line -> line.contains("Busy.main"));
    } finally {
      busy.destroy();
    }
  }

  @Test
  void a_wrong_expression_is_told_before_anything_runs() {
    MavenResult build = MavenRun.of("quickstart").run("leak:profile", "-Dleak.focus=(");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:profile (default-cli) on project shop: leak.focus must be a regular expression, but '(' is none: Unclosed group near index 1. -> [Help 1]""");
  }
}
