package io.github.memoryleak.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.junit.Measuring;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class LeakFreeTest {
  private static final List<Object> KEPT = new ArrayList<>();

  /** One of them is made by each leak of these tests. */
  static final class Parcel {}

  private static void leak() {
    KEPT.add(new Parcel());
  }

  private static List<String> failures(Class<?> type) {
    List<String> failures = new ArrayList<>();
    TestExecutionListener listener =
        new TestExecutionListener() {
          @Override
          public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result
                .getThrowable()
                .ifPresent(t -> failures.add(test.getDisplayName() + ": " + t.getMessage()));
          }
        };
    try (LauncherSession session = LauncherFactory.openSession()) {
      session
          .getLauncher()
          .execute(
              LauncherDiscoveryRequestBuilder.request().selectors(selectClass(type)).build(),
              listener);
    }
    return failures;
  }

  private static void assertLeak(Class<?> type, String name) {
    assertThat(failures(type))
        .singleElement()
        .asString()
        .matches(
            "(?s)\\S+: LEAK DETECTED in \\Q"
                + type.getName()
                + name
                + "\\E: Heap grew by .*"
                + "LeakFreeTest\\$Parcel.*");
  }

  static class CleanFixture {
    static final AtomicInteger RUNS = new AtomicInteger();

    @Test
    @LeakFree
    void is_clean() {
      RUNS.incrementAndGet();
    }
  }

  @Test
  void a_clean_test_is_repeated_and_passes() {
    assertThat(failures(CleanFixture.class)).isEmpty();
    assertThat(CleanFixture.RUNS.get()).isGreaterThan(1);
  }

  static class LeakyFixture {
    @Test
    @LeakFree
    void leaks() {
      leak();
    }

    @Test
    void leaks_as_well_and_does_not_promise_anything() {
      leak();
    }
  }

  @Test
  void a_leaking_test_fails_its_class() {
    assertLeak(LeakyFixture.class, "#leaks");
  }

  @Test
  @LeakFree
  @AllowLeak(kind = Kind.THREAD, reason = "a test")
  @Retention(RetentionPolicy.RUNTIME)
  @interface LeakFreeCase {}

  static class ComposedFixture {
    @LeakFreeCase
    void leaks() {
      leak();
    }
  }

  @Test
  void an_annotation_of_ones_own_promises_the_same() {
    assertLeak(ComposedFixture.class, "#leaks");
  }

  @LeakFree
  static class SetUpFixture {
    static final List<String> EVENTS = new ArrayList<>();

    @BeforeAll
    static void open() {
      EVENTS.add("open");
    }

    @BeforeEach
    void prepare() {
      leak();
    }

    @Test
    void does_nothing() {}

    @AfterAll
    static void close() {
      EVENTS.add("close");
    }
  }

  @Test
  void the_whole_life_cycle_is_repeated_after_the_class_has_ended() {
    assertLeak(SetUpFixture.class, "#does_nothing");
    assertThat(SetUpFixture.EVENTS).startsWith("open", "close", "open", "close");
  }

  @LeakFree
  static class ParameterizedFixture {
    static final List<Integer> VALUES = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void leaks_once_in_two(int value) {
      if (value == 2) {
        leak();
      }
      if (VALUES.size() < 4) {
        VALUES.add(value);
      }
    }
  }

  @Test
  void all_invocations_of_a_parameterized_test_are_one() {
    assertLeak(ParameterizedFixture.class, "#leaks_once_in_two");
    assertThat(ParameterizedFixture.VALUES).containsExactly(1, 2, 1, 2);
  }

  @LeakFree
  static class DynamicFixture {
    @TestFactory
    Stream<DynamicTest> tests() {
      return Stream.of(DynamicTest.dynamicTest("one", LeakFreeTest::leak));
    }
  }

  @Test
  void dynamic_tests_are_repeated_with_their_factory() {
    assertLeak(DynamicFixture.class, "#tests");
  }

  @LeakFree
  static class NestedFixture {
    @Nested
    class Inner {
      @Test
      void leaks() {
        leak();
      }
    }
  }

  @Test
  void nested_classes_are_meant_as_well() {
    assertLeak(NestedFixture.class, "$Inner#leaks");
  }

  @LeakFree
  static class AllowedFixture {
    @Test
    @AllowLeak(kind = Kind.HEAP, type = "*Parcel", reason = "SHOP-12")
    void leaks_what_it_may() {
      leak();
    }
  }

  @Test
  void an_accepted_leak_passes() {
    assertThat(failures(AllowedFixture.class)).isEmpty();
  }

  @LeakFree
  static class ExpiredFixture {
    @Test
    @AllowLeak(kind = Kind.HEAP, reason = "SHOP-12", until = "2020-01-31")
    void leaks_what_it_might_once() {
      leak();
    }
  }

  @Test
  void an_accepted_leak_fails_after_its_last_day() {
    assertLeak(ExpiredFixture.class, "#leaks_what_it_might_once");
  }

  static class TolerantFixture {
    @Test
    @LeakFree(heapBytesPerLoop = 1_000_000)
    void leaks_little() {
      leak();
    }
  }

  @Test
  void a_limit_tolerates_growth() {
    assertThat(failures(TolerantFixture.class)).isEmpty();
  }

  @LeakFree
  static class FailingFixture {
    static final AtomicInteger RUNS = new AtomicInteger();

    @Test
    void fails() {
      RUNS.incrementAndGet();
      Assertions.fail("as ever");
    }
  }

  @Test
  void a_test_that_fails_is_not_repeated() {
    assertThat(failures(FailingFixture.class)).containsExactly("fails(): as ever");
    assertThat(FailingFixture.RUNS).hasValue(1);
  }

  @LeakFree
  static class OnlyOnceFixture {
    private static int runs;

    @Test
    void runs_once() {
      Assertions.assertEquals(1, ++runs);
    }
  }

  @Test
  void a_test_that_cannot_be_repeated_is_told() {
    assertThat(failures(OnlyOnceFixture.class))
        .containsExactly(
            "LeakFreeTest$OnlyOnceFixture: INCONCLUSIVE "
                + OnlyOnceFixture.class.getName()
                + "#runs_once: it passes once and fails when it is repeated:"
                + " org.opentest4j.AssertionFailedError: expected: <1> but was: <2>");
  }

  @Test
  void where_tests_are_measured_anyway_it_does_nothing() throws Exception {
    int before = CleanFixture.RUNS.get();
    Measuring.during(() -> assertThat(failures(CleanFixture.class)).isEmpty());
    assertThat(CleanFixture.RUNS).hasValue(before + 1);
  }
}
