package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests that cannot be measured are told as what they are, and never pass. */
class OutcomesIT {
  @Test
  void a_failing_test() {
    MavenResult build = MavenRun.of("failing-test").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS InvoiceTest#adds: Heap: <heap>, Threads: same
            [WARNING] INCONCLUSIVE InvoiceTest#has_the_right_sum: failed: org.opentest4j.AssertionFailedError: gross in cents ==> expected: <1190> but was: <1180>
            [ERROR]
            [ERROR] TEST FAILED com.acme.InvoiceTest#has_the_right_sum: failed: org.opentest4j.AssertionFailedError: gross in cents ==> expected: <1190> but was: <1180>
            [ERROR]    org.opentest4j.AssertionFailedError: gross in cents ==> expected: <1190> but was: <1180>
            [ERROR]        at com.acme.InvoiceTest.has_the_right_sum(InvoiceTest.java:15)
            [ERROR]    → Make the test pass, then measure again.
            [INFO]
            [INFO] 1 of 2 subjects passed, 1 inconclusive (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project failing-test: 1 test fails when run once: mend the tests before leaks can be told
            [ERROR]   com.acme.InvoiceTest#has_the_right_sum: failed: org.opentest4j.AssertionFailedError: gross in cents ==> expected: <1190> but was: <1180>
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects())
        .containsExactly(
            "PASS com.acme.InvoiceTest#adds",
            "INCONCLUSIVE com.acme.InvoiceTest#has_the_right_sum");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("INCONCLUSIVE");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_failing_test_that_is_left_out() {
    MavenResult build = MavenRun.of("failing-test").run("leak:test", "-Dleak.onTestFailure=skip");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.subjects())
        .containsExactly(
            "PASS com.acme.InvoiceTest#adds",
            "INCONCLUSIVE com.acme.InvoiceTest#has_the_right_sum");
  }

  @Test
  void a_failing_test_that_is_measured_all_the_same() {
    MavenResult build = MavenRun.of("failing-test").run("leak:test", "-Dleak.onTestFailure=check");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS InvoiceTest: Heap: <heap>, Threads: same
            [WARNING]
            [WARNING] Note: Measured although it fails, as leak.onTestFailure is check: com.acme.InvoiceTest#has_the_right_sum.
            [INFO]
            [INFO] No leaks in 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
  }

  @Test
  void a_test_that_passes_only_once() {
    MavenResult build = MavenRun.of("not-repeatable-test").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS CounterTest#adds: Heap: <heap>, Threads: same
            [WARNING] INCONCLUSIVE CounterTest#is_called_once: passed the first time and failed when it was run again in the same JVM: org.opentest4j.AssertionFailedError: expected: <1> but was: <2>
            [ERROR]
            [ERROR] NOT REPEATABLE com.acme.CounterTest#is_called_once: passed the first time and failed when it was run again in the same JVM: org.opentest4j.AssertionFailedError: expected: <1> but was: <2>
            [ERROR]    org.opentest4j.AssertionFailedError: expected: <1> but was: <2>
            [ERROR]        at com.acme.CounterTest.is_called_once(CounterTest.java:17)
            [ERROR]    → Make the test undo what it leaves behind (static state, files, ports), so that it can run twice in one JVM.
            [INFO]
            [INFO] 1 of 2 subjects passed, 1 inconclusive (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project not-repeatable-test: INCONCLUSIVE: 1 subject could not be measured
            [ERROR]   com.acme.CounterTest#is_called_once: passed the first time and failed when it was run again in the same JVM: org.opentest4j.AssertionFailedError: expected: <1> but was: <2>
            [ERROR] To go on without an answer for these: -Dleak.failOnInconclusive=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects())
        .containsExactly(
            "PASS com.acme.CounterTest#adds", "INCONCLUSIVE com.acme.CounterTest#is_called_once");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("INCONCLUSIVE");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_hanging_test() {
    MavenResult build = MavenRun.of("hanging-test").run("leak:test", "-Dleak.timeout=5s");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS LatchTest#adds: Heap: <heap>, Threads: same
            [WARNING] INCONCLUSIVE LatchTest#waits_for_what_never_comes: did not end within 5s (leak.timeout)
            [ERROR]
            [ERROR] HUNG com.acme.LatchTest#waits_for_what_never_comes: did not end within 5s (leak.timeout)
            [ERROR]    "main" WAITING
            [ERROR]        waiting for java.util.concurrent.CountDownLatch$Sync@<id>
            [ERROR]        at com.acme.LatchTest.waits_for_what_never_comes(LatchTest.java:16)
            [ERROR]    → See above where it waits; raise leak.timeout if it only needs longer.
            [INFO]
            [INFO] 1 of 2 subjects passed, 1 inconclusive (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project hanging-test: INCONCLUSIVE: 1 subject could not be measured
            [ERROR]   com.acme.LatchTest#waits_for_what_never_comes: did not end within 5s (leak.timeout)
            [ERROR] To go on without an answer for these: -Dleak.failOnInconclusive=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects())
        .containsExactly(
            "PASS com.acme.LatchTest#adds",
            "INCONCLUSIVE com.acme.LatchTest#waits_for_what_never_comes");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("INCONCLUSIVE");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_test_that_ends_the_jvm() {
    MavenResult build = MavenRun.of("exiting-test").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS MainTest#adds: Heap: <heap>, Threads: same
            [WARNING] INCONCLUSIVE MainTest#ends_the_program: ended the JVM with exit code 0, at com.acme.MainTest.ends_the_program(MainTest.java:15)
            [ERROR]
            [ERROR] EXITED com.acme.MainTest#ends_the_program: ended the JVM with exit code 0, at com.acme.MainTest.ends_the_program(MainTest.java:15)
            [ERROR]    com.acme.MainTest.ends_the_program(MainTest.java:15)
            [ERROR]    → Take the exit out of the test, or exclude it: it cannot be measured.
            [INFO]
            [INFO] 1 of 2 subjects passed, 1 inconclusive (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project exiting-test: INCONCLUSIVE: 1 subject could not be measured
            [ERROR]   com.acme.MainTest#ends_the_program: ended the JVM with exit code 0, at com.acme.MainTest.ends_the_program(MainTest.java:15)
            [ERROR] To go on without an answer for these: -Dleak.failOnInconclusive=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects())
        .containsExactly(
            "PASS com.acme.MainTest#adds", "INCONCLUSIVE com.acme.MainTest#ends_the_program");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("INCONCLUSIVE");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_test_that_runs_out_of_memory() {
    MavenResult build = MavenRun.of("out-of-memory-test").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS ImportTest#adds: Heap: <heap>, Threads: same
            [WARNING] INCONCLUSIVE ImportTest#reads_everything_at_once: used up the heap of the measured JVM; give it more with -Dleak.argLine=-Xmx1g, say
            [ERROR]
            [ERROR] OUT OF MEMORY com.acme.ImportTest#reads_everything_at_once: used up the heap of the measured JVM; give it more with -Dleak.argLine=-Xmx1g, say
            [ERROR]    → Raise -Xmx in leak.argLine if the tests need more, or find out what fills the heap.
            [INFO]
            [INFO] 1 of 2 subjects passed, 1 inconclusive (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project out-of-memory-test: INCONCLUSIVE: 1 subject could not be measured
            [ERROR]   com.acme.ImportTest#reads_everything_at_once: used up the heap of the measured JVM; give it more with -Dleak.argLine=-Xmx1g, say
            [ERROR] To go on without an answer for these: -Dleak.failOnInconclusive=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects())
        .containsExactly(
            "PASS com.acme.ImportTest#adds",
            "INCONCLUSIVE com.acme.ImportTest#reads_everything_at_once");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("INCONCLUSIVE");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_test_that_floods_standard_output() {
    MavenResult build = MavenRun.of("stdout-flood").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS VerboseTest: Heap: <heap>, Threads: same
            [INFO]
            [INFO] No leaks in 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects()).containsExactly("PASS com.acme.VerboseTest");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }
}
