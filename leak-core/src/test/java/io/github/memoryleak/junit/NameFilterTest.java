package io.github.memoryleak.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.junit.DriverSettings.TestPattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameFilterTest {
  private static final TestPattern CARTS = new TestPattern(true, "com\\.acme\\.Cart.*", ".*");
  private static final TestPattern ADD = new TestPattern(true, "com\\.acme\\.Cart.*", "add");
  private static final TestPattern PAY = new TestPattern(true, ".*\\.PayTest", "pay|refund");
  private static final TestPattern NO_SLOW = new TestPattern(false, ".*", "slow.*");
  private static final TestPattern NO_PAY = new TestPattern(false, ".*\\.PayTest", ".*");

  @Test
  void without_patterns_each_test_is_selected() {
    assertThat(new NameFilter(List.of()).isSelected("com.acme.CartTest", "add")).isTrue();
  }

  @Test
  void a_pattern_is_over_the_whole_names() {
    NameFilter filter = new NameFilter(List.of(ADD));
    assertThat(filter.isSelected("com.acme.CartTest", "add")).isTrue();
    assertThat(filter.isSelected("com.acme.Cart", "add")).isTrue();
    assertThat(filter.isSelected("com.acme.CartTest", "addAll")).isFalse();
    assertThat(filter.isSelected("org.com.acme.CartTest", "add")).isFalse();
    assertThat(filter.isSelected("com.acme.PayTest", "add")).isFalse();
  }

  @Test
  void one_of_several_including_patterns_is_enough() {
    NameFilter filter = new NameFilter(List.of(ADD, PAY));
    assertThat(filter.isSelected("com.acme.CartTest", "add")).isTrue();
    assertThat(filter.isSelected("com.acme.PayTest", "refund")).isTrue();
    assertThat(filter.isSelected("com.acme.CartTest", "refund")).isFalse();
  }

  @Test
  void an_excluding_pattern_wins_whatever_the_order() {
    for (List<TestPattern> patterns : List.of(List.of(CARTS, NO_SLOW), List.of(NO_SLOW, CARTS))) {
      NameFilter filter = new NameFilter(patterns);
      assertThat(filter.isSelected("com.acme.CartTest", "add")).isTrue();
      assertThat(filter.isSelected("com.acme.CartTest", "slow_add")).isFalse();
    }
  }

  @Test
  void excluding_patterns_alone_select_all_others() {
    NameFilter filter = new NameFilter(List.of(NO_SLOW, NO_PAY));
    assertThat(filter.isSelected("com.acme.CartTest", "add")).isTrue();
    assertThat(filter.isSelected("com.acme.CartTest", "slow")).isFalse();
    assertThat(filter.isSelected("com.acme.PayTest", "pay")).isFalse();
  }

  @Test
  void methods_of_any_kind_are_filtered_in_a_plan_and_containers_are_not() {
    NameFilter filter =
        new NameFilter(
            List.of(
                new TestPattern(true, "com\\.acme\\.AnyShapeFixture.*", "plain|dynamic"),
                new TestPattern(true, ".*Innermost", "deep")));
    assertThat(Discovery.testNames(List.of("com.acme.AnyShapeFixture"), filter))
        .containsExactlyInAnyOrder(
            "com.acme.AnyShapeFixture#plain",
            "com.acme.AnyShapeFixture#dynamic",
            "com.acme.AnyShapeFixture$Inner#plain",
            "com.acme.AnyShapeFixture$Inner$Innermost#deep");
  }
}
