package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where nothing is measured, the reason is told. */
class SkipsIT {
  @Test
  void leak_skip() {
    MavenResult build = MavenRun.of("static-list-leak").run("leak:test", "-Dleak.skip");
    assertThat(build.console()).isEqualTo("[INFO] Skipped: leak.skip is set.");
    assertThat(build.hasReport()).isFalse();
    assertThat(build.exit()).isZero();
  }

  @Test
  void skip_tests() {
    MavenResult build = MavenRun.of("static-list-leak").run("leak:test", "-DskipTests");
    assertThat(build.console()).isEqualTo("[INFO] Skipped: skipTests is set.");
    assertThat(build.hasReport()).isFalse();
    assertThat(build.exit()).isZero();
  }

  @Test
  void maven_test_skip() {
    MavenResult build = MavenRun.of("static-list-leak").run("leak:test", "-Dmaven.test.skip");
    assertThat(build.console()).isEqualTo("[INFO] Skipped: maven.test.skip is set.");
    assertThat(build.hasReport()).isFalse();
    assertThat(build.exit()).isZero();
  }

  @Test
  void no_tests() {
    MavenResult build = MavenRun.of("no-tests").run("leak:test");
    assertThat(build.console())
        .isEqualTo("[INFO] Skipped: there are no tests in <dir>/target/test-classes.");
    assertThat(build.hasReport()).isFalse();
    assertThat(build.exit()).isZero();
  }

  @Test
  void no_tests_fail_where_there_must_be_some() {
    MavenResult build = MavenRun.of("no-tests").run("leak:test", "-Dleak.failIfNoTests");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project no-tests: There are no tests in <dir>/target/test-classes, and leak.failIfNoTests is set. -> [Help 1]""");
    assertThat(build.hasReport()).isFalse();
    assertThat(build.exit()).isEqualTo(1);
  }
}
