package com.acme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memoryleak.junit.jupiter.LeakFree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each method promises it for itself, and one does not keep its promise. */
class MethodsTest {
  private static final List<Order> KEPT = new ArrayList<>();

  record Order(int number) {}

  @Test
  @LeakFree
  void keeps_an_order() {
    assertTrue(Page.see() > 0);
    KEPT.add(new Order(1));
  }

  @Test
  @LeakFree
  void sees_a_page() {
    assertTrue(Page.see() > 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  @LeakFree
  void sees_pages(int number) {
    assertTrue(Page.see() >= number);
  }

  @TestFactory
  @LeakFree
  Stream<DynamicTest> sees_dynamic_pages() {
    return Stream.of("one", "two")
        .map(name -> DynamicTest.dynamicTest(name, () -> assertTrue(Page.see() > 0)));
  }

  @Test
  void promises_nothing() {
    assertTrue(Page.see() > 0);
  }
}
