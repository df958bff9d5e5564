package io.github.memoryleak.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceFilesTest {
  /** Constants of all sizes, a nested class and members with attributes. */
  static final class Constants {
    static final long LONG = 1L << 40;
    static final double DOUBLE = 2.5;

    @Deprecated
    static long sum(long a) {
      Runnable nothing = () -> {};
      nothing.run();
      return a + LONG + (long) (DOUBLE * 3.25e10) + 123_456;
    }
  }

  private static List<StackTraceElement> named(String name) {
    return SourceFiles.named(List.of(new StackTraceElement(name, "call", null, 7)));
  }

  @Test
  void a_frame_gets_the_file_that_its_class_was_compiled_from() {
    assertThat(Constants.sum(1)).isPositive();
    for (Class<?> type : List.of(SourceFilesTest.class, Constants.class)) {
      assertThat(named(type.getName()))
          .containsExactly(
              new StackTraceElement(type.getName(), "call", "SourceFilesTest.java", 7));
    }
  }

  @Test
  void a_class_of_the_jdk_has_one_as_well() {
    assertThat(named("java.util.concurrent.ConcurrentHashMap").get(0).getFileName())
        .isEqualTo("ConcurrentHashMap.java");
  }

  @Test
  void a_class_that_was_made_at_run_time_has_none() {
    assertThat(named("com.acme.Rules$$Generated").get(0).getFileName()).isNull();
  }
}
