package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code @LeakFree} works under plain Surefire, without the plugin. */
class LeakFreeIT {
  private static final String CURRENT = "5.14.1";

  @Test
  void a_leaking_test_fails_its_class_and_the_clean_and_accepted_ones_do_not() {
    failsOnlyWhereItLeaks(CURRENT);
  }

  @Test
  void every_kind_of_test_is_repeated() {
    repeatsEveryKind(CURRENT);
  }

  @Test
  void what_leaks_in_a_test_that_runs_in_parallel_is_not_blamed_on_others() {
    blamesOnlyTheLeakingTest(CURRENT);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"5.8.2", "6.1.3"})
  void it_works_in_other_versions_of_jupiter(String junit) {
    failsOnlyWhereItLeaks(junit);
    repeatsEveryKind(junit);
    blamesOnlyTheLeakingTest(junit);
  }

  private static void failsOnlyWhereItLeaks(String junit) {
    MavenResult build = MavenRun.of("leak-free-annotation").run("test", "-Djunit.version=" + junit);
    assertThat(build.exit()).as(build.output()).isEqualTo(1);
    assertThat(build.linesLike(".*LEAK DETECTED.*"))
        .isNotEmpty()
        .allMatch(
            line ->
                line.matches(
                    ".*LEAK DETECTED in com.acme.CartTest#sells_an_item: Heap grew by .* MB\\)"));
    assertThat(build.lines())
        .contains(
            "   held by   static com.acme.CartTest.SOLD",
            "   created   at com.acme.CartTest.sell(CartTest.java:18)")
        .noneMatch(line -> line.contains("sells_what_may_stay"))
        .noneMatch(line -> line.contains("WARNING: Type implements"));
  }

  private static void repeatsEveryKind(String junit) {
    MavenResult build = MavenRun.of("leak-free-kinds").run("test", "-Djunit.version=" + junit);
    assertThat(build.exit()).as(build.output()).isEqualTo(1);
    assertThat(
            build.lines().stream()
                .filter(line -> line.contains("LEAK DETECTED in "))
                .map(line -> line.replaceAll(".*LEAK DETECTED in |:.*", ""))
                .distinct())
        .containsExactlyInAnyOrder(
            "com.acme.KindsTest#keeps_parameters",
            "com.acme.KindsTest#keeps_repetitions",
            "com.acme.KindsTest#keeps_dynamic",
            "com.acme.KindsTest$Inside#keeps_in_a_nested_class");
  }

  private static void blamesOnlyTheLeakingTest(String junit) {
    MavenResult build =
        MavenRun.of("leak-free-beside-parallel-tests").run("test", "-Djunit.version=" + junit);
    assertThat(build.exit()).as(build.output()).isEqualTo(1);
    assertThat(
            build.lines().stream()
                .filter(line -> line.matches(".*(LEAK DETECTED in|INCONCLUSIVE) .*"))
                .map(line -> line.replaceAll(".*(LEAK DETECTED in|INCONCLUSIVE) |:.*", ""))
                .distinct())
        .containsExactly("com.acme.MethodsTest#keeps_an_order");
  }
}
