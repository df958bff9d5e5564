package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** {@code leak.profiler=async-profiler}. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class AsyncProfilerIT {
  private static final String ASYNC = "-Dleak.profiler=async-profiler";

  @Test
  void the_tests_are_recorded_with_what_stays_alive_and_by_test() {
    MavenRun project = MavenRun.of("quickstart");
    MavenResult build = project.run("leak:profile", ASYNC, "-Dleak.top=3");
    assumeTrue(
        !build.output().contains("but cannot be resolved"),
        "async-profiler is not in the local repository, and the build is offline");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.lines())
        .contains("[INFO] By test (19 runs):")
        .anyMatch(line -> line.startsWith("[INFO] Collector: G1New; "));

    MavenResult live =
        project.run("leak:analyze", "-Dleak.sampleIndex=inuse_space", "-Dleak.top=3");
    assertThat(live.exit()).as(live.output()).isZero();
    assertThat(live.lines())
        .anyMatch(
            line -> line.matches("\\[INFO] .*mem_[0-9_]+[.]jfr: .* alive [(]inuse_space[)].*"))
        .contains("[INFO] What is alive, by class:");
  }

  @Test
  void an_unknown_profiler_is_told_before_anything_runs() {
    MavenResult build = MavenRun.of("quickstart").run("leak:profile", "-Dleak.profiler=yourkit");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:profile (default-cli) on project shop: leak.profiler must be jfr or async-profiler, but is 'yourkit'. -> [Help 1]""");
    assertThat(build.exit()).isEqualTo(1);
  }
}
