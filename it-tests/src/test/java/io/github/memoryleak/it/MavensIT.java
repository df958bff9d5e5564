package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key builds on the oldest, the current and the coming Maven. */
@Tag("mavens")
class MavensIT {
  @ParameterizedTest
  @ValueSource(strings = {"3.6.3", "3.9.16", "4.0.0-rc-6"})
  void a_leak_fails_the_build(String version) {
    MavenResult build = MavenRun.of("static-list-leak").maven(home(version)).run("verify");
    assertThat(build.findings())
        .as(build.output())
        .containsExactly("HEAP com.acme.CheckoutTest#pay com.acme.Session 1.0");
    assertThat(build.exit()).isEqualTo(1);
    assertThat(build.lines()).noneMatch(MavensIT::complainsAboutThePlugin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.6.3", "3.9.16", "4.0.0-rc-6"})
  void a_bound_goal_neither_compiles_again_nor_runs_the_tests_of_surefire_again(String version) {
    MavenResult build = MavenRun.of("clean-suite").maven(home(version)).run("verify");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.linesLike("\\[INFO] Compiling .*")).hasSize(2);
    assertThat(build.linesLike("\\[INFO] --- .*(compiler|surefire).*")).hasSize(3);
    assertThat(build.lines()).noneMatch(MavensIT::complainsAboutThePlugin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.6.3", "3.9.16", "4.0.0-rc-6"})
  void the_goal_alone_compiles_a_clean_checkout_and_measures_it(String version) {
    MavenResult build = MavenRun.of("clean-suite").maven(home(version)).run("leak:test");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.linesLike("\\[INFO] Compiling .*")).hasSize(2);
    assertThat(build.lines()).noneMatch(MavensIT::complainsAboutThePlugin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.6.3", "3.9.16", "4.0.0-rc-6"})
  void goals_of_one_build_share_a_run_of_the_tests(String version) {
    MavenResult build =
        MavenRun.of("clean-suite")
            .maven(home(version))
            .run("leak:profile", "leak:heap", "leak:test");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.lines())
        .contains("[INFO] One run of the tests, also for leak:heap and leak:test.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.6.3", "3.9.16", "4.0.0-rc-6"})
  void a_build_that_is_ended_from_outside_leaves_what_was_judged(String version) {
    MavenResult build =
        MavenRun.of("broken-off")
            .maven(home(version))
            .breakOff(
                "target/leak-reports/measured-jvm/run-1/judged-so-far.json",
                "after 1 of 2 test classes",
                "leak:test",
                "-Dleak.test=CheckoutTest,WaitingTest");
    assertThat(build.lines())
        .as(build.output())
        .anyMatch(line -> line.contains("leak:test: 1 leak in 1 of 2 subjects, 1 inconclusive: "));
    assertThat(build.subjects())
        .containsExactly("LEAK com.acme.CheckoutTest#pay", "INCONCLUSIVE suite");
  }

  private static boolean complainsAboutThePlugin(String line) {
    return line.startsWith("[WARNING]") && line.contains("memory-leak-maven-plugin");
  }

  private static Path home(String version) {
    Path home = Path.of("target", "mavens", "apache-maven-" + version).toAbsolutePath();
    assertThat(home).as("unpacked by -Pmavens").matches(Files::isDirectory, "is there");
    return home;
  }
}
