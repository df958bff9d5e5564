package io.github.memoryleak.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestFailureTest {
  private static final StackTraceElement OWN =
      new StackTraceElement("com.acme.CartTest", "add", "CartTest.java", 12);
  private static final StackTraceElement FRAMEWORK =
      new StackTraceElement("org.junit.jupiter.engine.Some", "invoke", "Some.java", 7);

  @Test
  void the_stack_is_as_java_prints_it_without_the_framework() {
    RuntimeException cause = thrown(new IllegalStateException("no stock"));
    RuntimeException failure = thrown(new IllegalArgumentException("no cart\nat all", cause));
    TestFailure told = TestFailure.of("id", failure);
    assertThat(told)
        .isEqualTo(
            new TestFailure(
                "id",
                "java.lang.IllegalArgumentException: no cart",
                List.of(
                    "java.lang.IllegalArgumentException: no cart\nat all",
                    "    at com.acme.CartTest.add(CartTest.java:12)",
                    "Caused by: java.lang.IllegalStateException: no stock",
                    "    at com.acme.CartTest.add(CartTest.java:12)")));
  }

  @Test
  void a_failure_without_an_exception_is_told() {
    assertThat(TestFailure.of("id", null))
        .isEqualTo(new TestFailure("id", "failed without an exception", List.of()));
  }

  @Test
  void an_endless_stack_is_cut() {
    StackOverflowError error = new StackOverflowError();
    StackTraceElement[] frames = new StackTraceElement[5000];
    Arrays.fill(frames, OWN);
    error.setStackTrace(frames);
    assertThat(TestFailure.of("id", error).stack()).hasSizeBetween(10, 100);
  }

  private static RuntimeException thrown(RuntimeException e) {
    e.setStackTrace(new StackTraceElement[] {OWN, FRAMEWORK, FRAMEWORK});
    return e;
  }
}
