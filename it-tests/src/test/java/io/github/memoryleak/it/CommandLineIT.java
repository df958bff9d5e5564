package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Ways to start a build. */
class CommandLineIT {
  @Test
  void the_goal_alone_compiles_a_clean_checkout_and_measures_it() {
    MavenResult build = MavenRun.of("clean-suite").run("leak:test");
    assertThat(build.linesLike("\\[INFO] Compiling .*")).hasSize(2);
    assertThat(build.linesLike("\\[INFO] --- .*surefire.*")).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }

  @Test
  void the_goal_alone_compiles_only_what_has_changed() {
    MavenRun project = MavenRun.of("clean-suite");
    project.run("test-compile");
    MavenResult build = project.run("leak:test");
    assertThat(build.linesLike("\\[INFO] Compiling .*")).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
  }

  @Test
  void a_bound_goal_compiles_nothing_again() {
    MavenResult build = MavenRun.of("clean-suite").run("verify");
    assertThat(build.linesLike("\\[INFO] Compiling .*")).hasSize(2);
    assertThat(build.linesLike("\\[INFO] --- .*compiler.*")).hasSize(2);
    assertThat(build.linesLike("\\[INFO] --- .*surefire.*")).hasSize(1);
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }

  @Test
  void a_phase_and_the_goal_compile_once() {
    MavenResult build = MavenRun.of("clean-suite").run("test-compile", "leak:test");
    assertThat(build.linesLike("\\[INFO] Compiling .*")).hasSize(2);
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }

  @Test
  void works_offline() {
    MavenResult build = MavenRun.of("static-list-leak").run("-o", "leak:test");
    assertThat(build.subjects())
        .containsExactly("PASS com.acme.CartTest", "LEAK com.acme.CheckoutTest#pay");
  }

  @Test
  void a_pattern_narrows_the_tests() {
    MavenResult build =
        MavenRun.of("two-leaks-in-two-classes")
            .run("leak:test", "-Dleak.test=OrderTest#takes_an_order");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.OrderTest#takes_an_order com.acme.Order 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_pattern_that_leaves_the_leak_out_passes() {
    MavenResult build =
        MavenRun.of("two-leaks-in-two-classes").run("leak:test", "-Dleak.test=*Test#keeps_nothing");
    assertThat(build.subjects())
        .containsExactly("PASS com.acme.OrderTest", "PASS com.acme.ParcelTest");
    assertThat(build.exit()).isZero();
  }

  @Test
  void a_leak_may_be_reported_only() {
    MavenResult build = MavenRun.of("static-list-leak").run("leak:test", "-Dleak.failOnLeak=false");
    assertThat(build.verdict()).isEqualTo("LEAK");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.CheckoutTest#pay com.acme.Session 1.0");
    assertThat(build.linesLike("\\[INFO] BUILD .*")).containsExactly("[INFO] BUILD SUCCESS");
    assertThat(build.exit()).isZero();
  }

  @Test
  void the_path_may_have_spaces_parentheses_and_umlauts() {
    Path folder = Settings.work().resolve("spaces (and) päth");
    MavenResult build = MavenRun.of("static-list-leak", folder).run("leak:test");
    assertThat(build.subjects())
        .as(build.output())
        .containsExactly("PASS com.acme.CartTest", "LEAK com.acme.CheckoutTest#pay");
  }

  @Test
  void modules_are_built_in_parallel_and_measured_one_after_the_other() {
    MavenResult build = MavenRun.of("multi-module").run("-T2", "leak:test");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.inModule("core").subjects()).containsExactly("PASS com.acme.core.PriceTest");
    assertThat(build.inModule("shop").subjects()).containsExactly("PASS com.acme.shop.BasketTest");
    assertThat(build.hasReport()).isFalse();
  }

  @Test
  void a_parent_with_packaging_pom_is_skipped() {
    MavenResult build = MavenRun.of("multi-module").run("verify");
    assertThat(build.consoles().get(0))
        .isEqualTo("[INFO] Skipped: a module with packaging pom has no tests.");
    assertThat(build.consoles()).hasSize(3);
    assertThat(build.exit()).isZero();
  }

  @Test
  void tests_of_a_dependency_are_measured_where_surefire_scans_it() {
    MavenResult build = MavenRun.of("surefire-dependencies-to-scan").run("verify");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.inModule("shop").subjects()).containsExactly("PASS com.acme.ContractTest");
  }
}
