package io.github.memoryleak.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TagFilter;

class UnitTreeTest {
  private static final String ANY_SHAPE = "com.acme.AnyShapeFixture";

  @Test
  void a_class_is_a_unit_with_its_tests_however_deep_and_of_whatever_kind() {
    List<Unit> units = Discovery.units(List.of(ANY_SHAPE));
    assertThat(units).extracting(Unit::name).containsExactly(ANY_SHAPE);
    assertThat(units.get(0).tests())
        .extracting(Unit::name)
        .containsExactlyInAnyOrder(
            ANY_SHAPE + "#inherited",
            ANY_SHAPE + "#plain",
            ANY_SHAPE + "#parameterized",
            ANY_SHAPE + "#repeated",
            ANY_SHAPE + "#dynamic",
            ANY_SHAPE + "$Inner#plain",
            ANY_SHAPE + "$Inner$Innermost#deep");
  }

  @Test
  void methods_of_the_same_name_are_told_apart_by_their_parameters() {
    assertThat(Discovery.units(List.of("com.acme.OverloadedFixture")).get(0).tests())
        .extracting(Unit::name)
        .containsExactlyInAnyOrder(
            "com.acme.OverloadedFixture#adds()",
            "com.acme.OverloadedFixture#adds(org.junit.jupiter.api.TestInfo)",
            "com.acme.OverloadedFixture#removes");
  }

  @Test
  void ids_are_those_of_the_platform_and_lead_from_the_class_to_the_test() {
    Unit unit = Discovery.units(List.of("com.acme.CleanFixture")).get(0);
    assertThat(unit.id()).isEqualTo("[engine:junit-jupiter]/[class:com.acme.CleanFixture]");
    assertThat(unit.testIds())
        .containsExactlyInAnyOrder(
            unit.id() + "/[method:adds()]", unit.id() + "/[method:subtracts()]");
    assertThat(unit.testIds()).allMatch(unit::owns);
    assertThat(unit.tests()).allMatch(test -> test.tests().isEmpty());
    assertThat(unit.family()).isEqualTo(new Unit.Family(unit.id(), 2));
    assertThat(unit.tests()).allMatch(test -> test.family().equals(unit.family()));
  }

  @Test
  void classes_keep_the_order_of_the_plan() {
    assertThat(Discovery.units(List.of("com.acme.LeakyFixture", "com.acme.CleanFixture")))
        .extracting(Unit::name)
        .containsExactly("com.acme.LeakyFixture", "com.acme.CleanFixture");
  }

  @Test
  void a_class_without_tests_is_no_unit() {
    List<String> classes = List.of("com.acme.WithoutTestsFixture", "com.acme.CleanFixture");
    assertThat(Discovery.units(classes))
        .extracting(Unit::name)
        .containsExactly("com.acme.CleanFixture");
    assertThat(Discovery.units(List.of("com.acme.WithoutTestsFixture"))).isEmpty();
  }

  @Test
  void what_a_filter_removes_is_not_in_the_unit() {
    assertThat(Discovery.testNames(List.of(ANY_SHAPE), TagFilter.includeTags("plain")))
        .containsExactly(ANY_SHAPE + "#plain");
  }
}
