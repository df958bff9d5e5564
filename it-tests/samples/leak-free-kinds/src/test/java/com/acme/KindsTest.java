package com.acme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.junit.jupiter.AllowLeak;
import io.github.memoryleak.junit.jupiter.LeakFree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of test twice: one keeps an order for good, one keeps nothing. */
@LeakFree
class KindsTest {
  private static final List<Order> KEPT = new ArrayList<>();

  record Order(int number) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void keeps_parameters(int number) {
    assertTrue(KEPT.add(new Order(number)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void forgets_parameters(int number) {
    assertTrue(new Order(number).number() > 0);
  }

  @RepeatedTest(2)
  void keeps_repetitions() {
    assertTrue(KEPT.add(new Order(4)));
  }

  @RepeatedTest(2)
  void forgets_repetitions() {
    assertTrue(new Order(4).number() > 0);
  }

  @TestFactory
  Stream<DynamicTest> keeps_dynamic() {
    return Stream.of(
        DynamicTest.dynamicTest("keeps", () -> assertTrue(KEPT.add(new Order(5)))),
        DynamicTest.dynamicTest("forgets", () -> assertTrue(new Order(5).number() > 0)));
  }

  @TestFactory
  Stream<DynamicTest> forgets_dynamic() {
    return Stream.of(
        DynamicTest.dynamicTest("forgets", () -> assertTrue(new Order(5).number() > 0)));
  }

  @Nested
  class Inside {
    @Test
    void keeps_in_a_nested_class() {
      assertTrue(KEPT.add(new Order(6)));
    }

    @Test
    void forgets_in_a_nested_class() {
      assertTrue(new Order(6).number() > 0);
    }

    @Test
    @AllowLeak(kind = Kind.HEAP, reason = "SHOP-13")
    void keeps_what_it_may() {
      assertTrue(KEPT.add(new Order(7)));
    }
  }
}
