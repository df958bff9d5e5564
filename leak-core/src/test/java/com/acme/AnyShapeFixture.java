package com.acme;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("any shape of test")
class AnyShapeFixture extends InheritedFixture {
  @Test
  @Tag("plain")
  void plain() {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void parameterized(int number) {}

  @RepeatedTest(3)
  void repeated() {}

  @TestFactory
  Stream<DynamicTest> dynamic() {
    return Stream.of("a", "b").map(name -> DynamicTest.dynamicTest(name, () -> {}));
  }

  @Nested
  class Inner {
    @Test
    void plain() {}

    @Nested
    class Innermost {
      @Test
      void deep() {}
    }
  }
}
