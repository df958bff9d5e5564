package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whatever version of JUnit, or TestNG, a project has: a leak is found and named. */
class JUnitVersionsIT {
  @Test
  void jupiter_5_8() {
    MavenResult build = MavenRun.of("jupiter-5.8").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS JupiterTest#adds: Heap: <heap>, Threads: same
            [ERROR] LEAK JupiterTest#leaks: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Kept: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.JupiterTest#leaks
            [ERROR]    held by   static com.acme.Kept.ALL
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Kept
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Kept.more(Kept.java:12)
            [ERROR]              at com.acme.JupiterTest.leaks(JupiterTest.java:15)
            [INFO]
            [INFO] 1 leak in 1 of 2 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects())
        .containsExactly("PASS com.acme.JupiterTest#adds", "LEAK com.acme.JupiterTest#leaks");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.JupiterTest#leaks com.acme.Kept 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void jupiter_5_14() {
    MavenResult build = MavenRun.of("jupiter-5.14").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS JupiterTest#adds: Heap: <heap>, Threads: same
            [ERROR] LEAK JupiterTest#leaks: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Kept: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.JupiterTest#leaks
            [ERROR]    held by   static com.acme.Kept.ALL
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Kept
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Kept.more(Kept.java:12)
            [ERROR]              at com.acme.JupiterTest.leaks(JupiterTest.java:15)
            [INFO]
            [INFO] 1 leak in 1 of 2 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects())
        .containsExactly("PASS com.acme.JupiterTest#adds", "LEAK com.acme.JupiterTest#leaks");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.JupiterTest#leaks com.acme.Kept 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void jupiter_6_1() {
    MavenResult build = MavenRun.of("jupiter-6.1").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS JupiterTest#adds: Heap: <heap>, Threads: same
            [ERROR] LEAK JupiterTest#leaks: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Kept: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.JupiterTest#leaks
            [ERROR]    held by   static com.acme.Kept.ALL
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Kept
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Kept.more(Kept.java:12)
            [ERROR]              at com.acme.JupiterTest.leaks(JupiterTest.java:15)
            [INFO]
            [INFO] 1 leak in 1 of 2 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects())
        .containsExactly("PASS com.acme.JupiterTest#adds", "LEAK com.acme.JupiterTest#leaks");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.JupiterTest#leaks com.acme.Kept 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void junit_4_13() {
    MavenResult build = MavenRun.of("junit-4.13").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS FourTest#adds: Heap: <heap>, Threads: same
            [ERROR] LEAK FourTest#leaks: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Kept: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.FourTest#leaks
            [ERROR]    held by   static com.acme.Kept.ALL
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Kept
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Kept.more(Kept.java:12)
            [ERROR]              at com.acme.FourTest.leaks(FourTest.java:15)
            [INFO]
            [INFO] 1 leak in 1 of 2 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects())
        .containsExactly("PASS com.acme.FourTest#adds", "LEAK com.acme.FourTest#leaks");
    assertThat(build.findings()).containsExactly("HEAP com.acme.FourTest#leaks com.acme.Kept 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void testng_7() {
    MavenResult build = MavenRun.of("testng-7").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS NgTest#adds: Heap: <heap>, Threads: same
            [ERROR] LEAK NgTest#leaks: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Kept: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.NgTest#leaks
            [ERROR]    held by   static com.acme.Kept.ALL
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Kept
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Kept.more(Kept.java:12)
            [ERROR]              at com.acme.NgTest.leaks(NgTest.java:15)
            [INFO]
            [INFO] 1 leak in 1 of 2 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects())
        .containsExactly("PASS com.acme.NgTest#adds", "LEAK com.acme.NgTest#leaks");
    assertThat(build.findings()).containsExactly("HEAP com.acme.NgTest#leaks com.acme.Kept 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void vintage_and_jupiter() {
    MavenResult build = MavenRun.of("vintage-and-jupiter").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS JupiterTest#adds: Heap: <heap>, Threads: same
            [ERROR] LEAK JupiterTest#leaks: Heap: <heap>, Threads: same
            [INFO] PASS FourTest#adds: Heap: <heap>, Threads: same
            [ERROR] LEAK FourTest#leaks: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Kept: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.JupiterTest#leaks
            [ERROR]              com.acme.FourTest#leaks
            [ERROR]    held by   static com.acme.Kept.ALL
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Kept
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Kept.more(Kept.java:12)
            [ERROR]              at com.acme.JupiterTest.leaks(JupiterTest.java:15)
            [INFO]
            [INFO] 1 leak in 2 of 4 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects())
        .containsExactly(
            "PASS com.acme.JupiterTest#adds",
            "LEAK com.acme.JupiterTest#leaks",
            "PASS com.acme.FourTest#adds",
            "LEAK com.acme.FourTest#leaks");
    assertThat(build.findings())
        .containsExactly(
            "HEAP com.acme.JupiterTest#leaks com.acme.Kept 1.0",
            "HEAP com.acme.FourTest#leaks com.acme.Kept 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }
}
