package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is not the tests' fault: agents, fixtures that are started once, leaks of other tests. */
class NoiseIT {
  @Test
  void the_agents_of_coverage_and_debugger_are_left_out_and_told() {
    MavenResult build =
        MavenRun.of("jacoco-and-debugger").run("verify", "-Dleak.argLine=-Dmeasured");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.lines())
        .contains(
            "[WARNING] Note: The JaCoCo agent of the argLine is left out of the measured JVM.",
            "[WARNING] Note: The debugger of the argLine is left out of the measured JVM:"
                + " leak.argLine can start one.");
    assertThat(build.subjects()).containsExactly("PASS com.acme.PriceTest");
    assertThat(build.directory().resolve("target/jacoco.exec")).isNotEmptyFile();
  }

  @Test
  void native_memory_that_is_not_counted_is_told() {
    MavenResult build =
        MavenRun.of("soft-and-weak-caches")
            .run("leak:test", "-Dleak.argLine=-XX:NativeMemoryTracking=off");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.lines())
        .contains(
            "[WARNING] Note: Native memory is not counted, as this JVM does not track it: leave"
                + " -XX:NativeMemoryTracking as it is, or a leak of it passes.");
  }

  @Test
  void a_shared_server_is_no_leak_and_a_leak_is_blamed_once_though_tests_run_in_parallel() {
    MavenResult build = MavenRun.of("parallel-with-a-shared-server").run("leak:test");
    assertThat(build.subjects())
        .as(build.output())
        .containsExactly(
            "LEAK com.acme.LeakingTest#visits_a_page",
            "PASS com.acme.PagesTest",
            "PASS com.acme.ReadingTest");
    assertThat(build.report().get("findings")).hasSize(1);
    assertThat(build.report().at("/findings/0/holder").asText())
        .isEqualTo("static com.acme.LeakingTest.VISITS");
    assertThat(build.report().at("/environment/foreignThreads").findValuesAsText("owner"))
        .containsExactly("the JVM and the JDK", "this measurement");
    assertThat(build.lines())
        .contains(
            "[WARNING] Note: The tests run one after the other, though the project runs them in"
                + " parallel: growth has to have a name.");
  }
}
