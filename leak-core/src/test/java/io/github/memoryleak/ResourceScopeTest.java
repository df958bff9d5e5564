package io.github.memoryleak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.ResourceScope.Tracked;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ResourceScopeTest {
  private int closed;

  private final class Pipe implements Closeable {
    @Override
    public void close() {
      closed++;
    }
  }

  @Test
  void what_is_closed_again_is_counted_and_not_held() throws Exception {
    try (ResourceScope scope = ResourceScope.counting("import")) {
      Tracked<Pipe> pipe = scope.track(new Pipe());
      assertThat(scope.unclosed()).hasSize(1);
      pipe.close();
      pipe.close();
      assertThat(closed).isEqualTo(1);
      assertThat(scope.opened()).isEqualTo(1);
      assertThat(scope.unclosed()).isEmpty();
      scope.assertAllClosed();
    }
  }

  @Test
  void what_stays_open_is_named_with_the_line_that_opened_it() {
    try (ResourceScope scope = ResourceScope.withStacks("import")) {
      for (int i = 0; i < 2; i++) {
        scope.track(new Pipe());
      }
      assertThatThrownBy(scope::assertAllClosed)
          .isInstanceOf(AssertionError.class)
          .hasMessageMatching(
              "2 of 2 resources of import are open:\n"
                  + "  2 x io.github.memoryleak.ResourceScopeTest\\$Pipe, opened at"
                  + " io.github.memoryleak.ResourceScopeTest.what_stays_open_is_named_with_the_line_that_opened_it"
                  + "\\(ResourceScopeTest.java:[0-9]+\\)");
    }
  }

  @Test
  void what_fails_to_close_stays_open() {
    ResourceScope scope = ResourceScope.counting("import");
    Tracked<Closeable> broken =
        scope.track(
            () -> {
              throw new IOException("disk full");
            });
    assertThatThrownBy(broken::close).hasMessage("disk full");
    assertThat(scope.unclosed()).hasSize(1);
    scope.close();
    assertThat(scope.unclosed()).isEmpty();
  }

  @Property
  void opened_and_not_closed_are_counted_exactly(@ForAll @Size(max = 50) List<Boolean> closes)
      throws Exception {
    ResourceScope scope = ResourceScope.counting("any");
    List<Tracked<Pipe>> left = new ArrayList<>();
    for (boolean close : closes) {
      Tracked<Pipe> pipe = scope.track(new Pipe());
      if (close) {
        pipe.close();
      } else {
        left.add(pipe);
      }
    }
    assertThat(scope.opened()).isEqualTo(closes.size());
    assertThat(scope.unclosed()).containsExactlyInAnyOrderElementsOf(left);
  }

  @Test
  void a_scope_itself_leaks_nothing() throws Exception {
    ResourceScope scope = ResourceScope.withStacks("work");
    LeakAssertions.assertNoLeak(
        "track",
        () -> {
          try (Tracked<Pipe> pipe = scope.track(new Pipe())) {
            assertThat(pipe.get()).isNotNull();
          }
        });
    scope.assertAllClosed();
  }
}
