package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The goals of one build that run the tests start one JVM for them, where their settings agree. */
class SharedRunIT {
  private static final String SHARED = "[INFO] One run of the tests, also for ";

  @Test
  void three_goals_start_one_jvm() throws IOException {
    startOneJvm("leak:profile", "leak:heap", "leak:test");
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"leak:test, leak:profile, leak:heap", "leak:heap, leak:test, leak:profile"})
  void three_goals_start_one_jvm_in_any_order(String first, String second, String third)
      throws IOException {
    startOneJvm(first, second, third);
  }

  private static void startOneJvm(String first, String second, String third) throws IOException {
    MavenRun project = MavenRun.of("quickstart");
    MavenResult build = project.run(first, second, third);
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.lines())
        .contains(SHARED + second + " and " + third + ".")
        .contains("[WARNING] LEAK: 1 leak in 1 of 8 subjects");
    assertThat(build.lines())
        .filteredOn(l -> l.startsWith("[INFO] The tests ") && l.endsWith(first + " ran them."))
        .hasSize(2);
    assertThat(jvms(project)).containsExactly("measured-jvm/run-1");
    assertThat(profiles(project))
        .anyMatch(n -> n.endsWith(".jfr"))
        .anyMatch(n -> n.endsWith(".hprof"));
  }

  @Test
  void goals_that_are_bound_share_as_well_and_a_clean_suite_passes() throws IOException {
    MavenRun project = MavenRun.of("clean-suite");
    Path pom = project.directory().resolve("pom.xml");
    Files.writeString(
        pom,
        Files.readString(pom)
            .replace(
                "<goal>test</goal>", "<goal>heap</goal><goal>profile</goal><goal>test</goal>"));
    MavenResult build = project.run("verify");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.lines()).contains(SHARED + "leak:profile and leak:test.");
    assertThat(build.lines()).noneMatch(line -> line.contains("LEAK"));
    assertThat(jvms(project)).containsExactly("measured-jvm/run-1");
  }

  @Test
  void goals_whose_tests_differ_run_each_for_itself() throws IOException {
    MavenRun project = MavenRun.of("quickstart");
    Path pom = project.directory().resolve("pom.xml");
    Files.writeString(
        pom,
        Files.readString(pom)
            .replace(
                "<executions>",
                "<executions><execution><id>default-cli</id><configuration>"
                    + "<timeout>9m</timeout></configuration></execution>"));
    MavenResult build = project.run("leak:heap@default-cli", "leak:profile@other");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.lines()).noneMatch(line -> line.startsWith(SHARED));
  }

  @Test
  void two_profiles_share_a_run_and_leave_nothing_that_clean_does_not_know() throws IOException {
    MavenRun project = MavenRun.of("quickstart");
    MavenResult build = project.run("leak:profile", "-Dleak.test=CartTest", "leak:heap");
    assertThat(build.lines()).contains(SHARED + "leak:heap.");
    assertThat(jvms(project)).containsExactly("profiled-jvm/run-1");
    assertThat(project.run("leak:clean").exit()).isZero();
    assertThat(project.directory().resolve("target/leak-reports")).doesNotExist();
    assertThat(project.directory().resolve("target/profiles")).doesNotExist();
  }

  private static List<String> jvms(MavenRun project) throws IOException {
    Path reports = project.directory().resolve("target/leak-reports");
    try (Stream<Path> files = Files.walk(reports)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith("run-"))
          .map(file -> reports.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static List<String> profiles(MavenRun project) throws IOException {
    try (Stream<Path> files = Files.list(project.directory().resolve("target/profiles"))) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
