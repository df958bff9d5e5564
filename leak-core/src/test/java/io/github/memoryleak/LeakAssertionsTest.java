package io.github.memoryleak;

import static io.github.memoryleak.LeakAssertions.assertNoLeak;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeakAssertionsTest {
  @Test
  void what_leaks_nothing_passes() throws Exception {
    assertNoLeak(() -> assertThat(new ArrayList<>(List.of(1))).hasSize(1));
  }

  @Test
  void a_leak_is_an_error_that_names_it() {
    List<Object> kept = new ArrayList<>();
    assertThatThrownBy(() -> assertNoLeak("keep", () -> kept.add(new int[4])))
        .isInstanceOf(AssertionError.class)
        .message()
        .matches("(?s)LEAK DETECTED in keep: Heap grew by .*int\\[\\].*");
  }

  @Test
  void what_is_tolerated_passes() throws Exception {
    List<Object> kept = new ArrayList<>();
    assertNoLeak(
        "keep",
        () -> kept.add(new int[4]),
        repeating ->
            repeating.thresholds(new LeakThresholds(1, 1 << 20, 0, 1_000, 0)).firstLoops(8));
    assertThat(kept).isNotEmpty();
  }

  @Test
  void what_the_operation_throws_comes_out() {
    assertThatThrownBy(
            () ->
                assertNoLeak(
                    () -> {
                      throw new IOException("no file");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("no file");
  }
}
