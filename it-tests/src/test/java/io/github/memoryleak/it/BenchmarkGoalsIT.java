package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code leak:benchmark}, results of benchmarks in {@code leak:compare}, {@code leak:check}. */
class BenchmarkGoalsIT {

  @Test
  void one_more_allocation_is_told_by_its_bytes_and_its_site_recorded() throws IOException {
    MavenRun project = MavenRun.of("jmh-benchmarks");
    MavenResult first = project.run("leak:check");
    assertThat(first.exit()).as(first.output()).isZero();
    assertThat(first.lines())
        .anyMatch(l -> l.matches("\\[INFO] .* 205[67][.]\\d+  com.acme.WordsBench.lengthOfAll .*"))
        .anyMatch(l -> l.matches("\\[INFO] test +PASS .*"))
        .anyMatch(l -> l.matches("\\[INFO] benchmark +PASS .*"))
        .anyMatch(l -> l.matches("\\[INFO] compare +SKIPPED .* these are the first results, .*"));
    Path words = project.directory().resolve("src/main/java/com/acme/Words.java");
    Files.writeString(words, Files.readString(words).replace("char[1000]", "char[1140]"));
    MavenResult second = project.run("leak:check");
    assertThat(second.exit()).isEqualTo(1);
    assertThat(second.failure())
        .matches(
            "(?s)\\[ERROR] Failed to execute goal .*:check [(]default-cli[)] on project"
                + " jmh-benchmarks: compare: Benchmarks got worse:\n"
                + "\\[ERROR]   com.acme.WordsBench.lengthOfAll \\[count=5] allocates 233[67][.]\\d+"
                + " B/op in place of 205[67][.]\\d+; the limit is [+]5[.]0%"
                + " [(]leak.benchmarkBytesGrowth[)].*");
    MavenResult compared = project.run("leak:compare", "-Dleak.benchmarkBytesGrowth=14%");
    assertThat(compared.exit()).as(compared.output()).isZero();
    assertThat(compared.lines())
        .anyMatch(l -> l.matches("\\[INFO] +[\\d.]+ +[\\d.]+ +[+]13[.][67]% .* com.acme.*"));
    MavenResult shown = project.run("leak:analyze", "-Dleak.profile=" + recording(second));
    assertThat(shown.lines()).anyMatch(l -> l.matches("\\[INFO] .* com.acme.Words.lengthOfAll"));
  }

  private static String recording(MavenResult run) {
    return run.lines().stream()
        .filter(l -> l.startsWith("[INFO] Recording: target"))
        .map(l -> l.substring("[INFO] Recording: ".length()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_module_without_benchmarks_is_skipped_and_its_leak_still_told() {
    MavenRun project = MavenRun.of("static-list-leak");
    MavenResult build = project.run("leak:benchmark");
    assertThat(build.exit()).isZero();
    assertThat(build.lines())
        .contains(
            "[INFO] Skipped: there are no JMH benchmarks on the test class path (no"
                + " META-INF/BenchmarkList; JMH's annotation processor writes it).");
    MavenResult check = project.run("leak:check");
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.failure()).contains(": test: LEAK: 1 leak in 1 of ");
    assertThat(check.lines())
        .anyMatch(l -> l.matches("\\[INFO] test +FAILED .* LEAK: 1 leak in 1 of .*"))
        .anyMatch(l -> l.matches("\\[INFO] benchmark +SKIPPED .*"))
        .anyMatch(
            l -> l.matches("\\[INFO] compare +SKIPPED .* there are no results of benchmarks"));
  }

  @Test
  void a_benchmark_that_does_not_exist_is_told() {
    MavenResult build =
        MavenRun.of("jmh-benchmarks").run("leak:benchmark", "-Dleak.benchmark=None");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:benchmark (default-cli) on project jmh-benchmarks: No benchmark matches leak.benchmark: it is a regular expression over class and method, such as CartBench.add. -> [Help 1]""");
  }
}
