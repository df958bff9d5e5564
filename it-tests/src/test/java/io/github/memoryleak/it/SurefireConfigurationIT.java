package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The configuration of Surefire holds for the measured tests too: they pass only where it does. */
class SurefireConfigurationIT {
  @Test
  void includes() {
    MavenResult build = MavenRun.of("surefire-includes").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS SumCheck: Heap: <heap>, Threads: same
            [INFO]
            [INFO] No leaks in 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects()).containsExactly("PASS com.acme.SumCheck");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }

  @Test
  void excludes() {
    MavenResult build = MavenRun.of("surefire-excludes").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS SumTest: Heap: <heap>, Threads: same
            [INFO]
            [INFO] No leaks in 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects()).containsExactly("PASS com.acme.SumTest");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }

  @Test
  void groups_and_excluded_groups() {
    MavenResult build = MavenRun.of("surefire-groups").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS SumTest: Heap: <heap>, Threads: same
            [INFO]
            [INFO] No leaks in 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects()).containsExactly("PASS com.acme.SumTest");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }

  @Test
  void the_argument_line_with_a_late_property() {
    MavenResult build = MavenRun.of("surefire-arg-line").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS JvmTest: Heap: <heap>, Threads: same
            [INFO]
            [INFO] No leaks in 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects()).containsExactly("PASS com.acme.JvmTest");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }

  @Test
  void system_properties() {
    MavenResult build = MavenRun.of("surefire-system-properties").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS PropertiesTest: Heap: <heap>, Threads: same
            [INFO]
            [INFO] No leaks in 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects()).containsExactly("PASS com.acme.PropertiesTest");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }

  @Test
  void environment_variables() {
    MavenResult build = MavenRun.of("surefire-environment").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS EnvironmentTest: Heap: <heap>, Threads: same
            [INFO]
            [INFO] No leaks in 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects()).containsExactly("PASS com.acme.EnvironmentTest");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }

  @Test
  void additional_class_path_elements() {
    MavenResult build = MavenRun.of("surefire-additional-class-path").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS RegionTest: Heap: <heap>, Threads: same
            [INFO]
            [INFO] No leaks in 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects()).containsExactly("PASS com.acme.RegionTest");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }
}
