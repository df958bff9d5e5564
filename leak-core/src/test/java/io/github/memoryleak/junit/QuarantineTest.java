package io.github.memoryleak.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuarantineTest {
  private static final List<String> STACK =
      List.of("java.lang.Error: no", "    at com.acme.A.a(A.java:1)");
  private static final Unit CART = unit("Cart", "add", "pay");
  private static final Unit CARTON = unit("Carton", "fold");
  private static final List<Unit> ALL = List.of(CART, CARTON);

  private final Quarantine quarantine = new Quarantine(List.of());

  @Test
  void nothing_is_quarantined_at_first() {
    assertThat(quarantine.active(ALL)).isEqualTo(ALL);
    assertThat(quarantine.ids()).isEmpty();
    assertThat(quarantine.problems()).isEmpty();
  }

  @Test
  void a_test_that_fails_is_left_out_and_the_others_stay() {
    add(Problem.Type.TEST_FAILED, CART.tests().get(0).id());
    assertThat(quarantine.active(ALL)).containsExactly(unit("Cart", "pay"), CARTON);
    assertThat(quarantine.ids()).containsExactly(CART.tests().get(0).id());
    assertThat(quarantine.problems())
        .containsExactly(
            new Problem(
                "com.acme.Cart#add",
                Problem.Type.TEST_FAILED,
                "failed: java.lang.Error: no",
                STACK));
  }

  @Test
  void a_test_that_is_not_repeatable_is_told_as_such() {
    add(Problem.Type.NOT_REPEATABLE, CART.tests().get(0).id());
    assertThat(quarantine.problems())
        .containsExactly(
            new Problem(
                "com.acme.Cart#add",
                Problem.Type.NOT_REPEATABLE,
                "passed the first time and failed when it was run again in the same JVM:"
                    + " java.lang.Error: no",
                STACK));
  }

  @Test
  void what_a_test_makes_when_it_runs_fails_the_test() {
    add(Problem.Type.TEST_FAILED, CART.tests().get(0).id() + "/[test-template-invocation:#2]");
    assertThat(quarantine.ids()).containsExactly(CART.tests().get(0).id());
  }

  @Test
  void a_set_up_that_fails_leaves_out_the_class() {
    add(Problem.Type.TEST_FAILED, CART.id());
    assertThat(quarantine.active(ALL)).containsExactly(CARTON);
    assertThat(quarantine.problems()).extracting(Problem::subject).containsExactly("com.acme.Cart");
  }

  @Test
  void a_class_whose_tests_all_fail_is_left_out() {
    add(Problem.Type.TEST_FAILED, CARTON.tests().get(0).id());
    assertThat(quarantine.active(ALL)).containsExactly(CART);
  }

  @Test
  void an_engine_that_fails_leaves_out_everything() {
    add(Problem.Type.TEST_FAILED, "[engine:e]");
    assertThat(quarantine.active(ALL)).isEmpty();
    assertThat(quarantine.problems())
        .containsExactly(
            new Problem(
                "com.acme.Cart",
                Problem.Type.DISCOVERY_FAILED,
                "could not be run: java.lang.Error: no",
                STACK),
            new Problem(
                "com.acme.Carton",
                Problem.Type.DISCOVERY_FAILED,
                "could not be run: java.lang.Error: no",
                STACK));
  }

  @Test
  void a_test_that_fails_again_is_told_once() {
    String id = CART.tests().get(0).id();
    add(Problem.Type.TEST_FAILED, id, id);
    add(Problem.Type.NOT_REPEATABLE, id);
    assertThat(quarantine.problems()).hasSize(1);
  }

  @Test
  void tests_that_are_known_to_end_the_jvm_are_left_out_from_the_start() {
    Quarantine known = new Quarantine(List.of(CART.tests().get(1).id()));
    assertThat(known.active(ALL)).containsExactly(unit("Cart", "add"), CARTON);
    assertThat(known.problems()).isEmpty();
  }

  @Test
  void a_single_test_is_a_unit_too() {
    Unit test = CART.tests().get(0);
    add(Problem.Type.TEST_FAILED, test.id());
    assertThat(quarantine.active(CART.tests())).containsExactly(CART.tests().get(1));
  }

  @Test
  void a_class_is_judged_whole_unless_one_of_its_tests_is_left_out() {
    assertThat(quarantine.judged(CART)).containsExactly(CART);
    add(Problem.Type.TEST_FAILED, CART.tests().get(0).id());
    Unit rest = quarantine.active(List.of(CART)).get(0);
    assertThat(quarantine.judged(rest)).containsExactly(CART.tests().get(1));
    assertThat(quarantine.judged(CARTON)).containsExactly(CARTON);
  }

  private void add(Problem.Type type, String... ids) {
    List<TestFailure> failures =
        Stream.of(ids).map(id -> new TestFailure(id, STACK.get(0), STACK)).toList();
    quarantine.add(failures, ALL, type);
  }

  private static Unit unit(String name, String... tests) {
    String id = "[engine:e]/[class:com.acme." + name + "]";
    Unit.Family family = new Unit.Family(id, 2);
    List<Unit> units =
        Stream.of(tests)
            .map(
                t ->
                    new Unit(
                        id + "/[method:" + t + "()]",
                        "com.acme." + name + "#" + t,
                        List.of(),
                        family))
            .toList();
    return new Unit(id, "com.acme." + name, units, family);
  }
}
