package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Projects that are built in another way than most: the tests run as Surefire runs them. */
class ProjectShapesIT {
  @Test
  void tests_of_a_named_module_are_part_of_it() {
    MavenResult build = MavenRun.of("named-module").run("verify");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK CheckoutTest#pay: Heap: <heap>, Threads: same
            [INFO] PASS ModuleTest: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Session: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.CheckoutTest#pay
            [ERROR]    held by   static com.acme.Sessions.ACTIVE
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Session
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Sessions.open(Sessions.java:12)
            [ERROR]              at com.acme.CheckoutTest.pay(CheckoutTest.java:10)
            [INFO]
            [INFO] 1 leak in 1 of 2 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects())
        .containsExactly("LEAK com.acme.CheckoutTest#pay", "PASS com.acme.ModuleTest");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.CheckoutTest#pay com.acme.Session 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }
}
