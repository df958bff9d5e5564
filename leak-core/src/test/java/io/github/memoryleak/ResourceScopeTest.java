package io.github.memoryleak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.ResourceScope.Tracked;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ref.WeakReference;
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
    assertThat(scope.open()).isEqualTo(left.size());
    assertThat(scope.unclosed()).hasSize(left.size());
    for (Tracked<Pipe> pipe : left) {
      pipe.close();
    }
    scope.assertAllClosed();
  }

  @Test
  void a_resource_that_failed_to_close_may_be_closed_again() throws Exception {
    ResourceScope scope = ResourceScope.counting("import");
    int[] tries = new int[1];
    Tracked<Closeable> late =
        scope.track(
            () -> {
              if (tries[0]++ == 0) {
                throw new IOException("busy");
              }
            });
    assertThatThrownBy(late::close).hasMessage("busy");
    late.close();
    late.close();
    assertThat(tries[0]).isEqualTo(2);
    scope.assertAllClosed();
  }

  @Test
  void what_is_forgotten_can_be_collected_and_stays_counted() {
    ResourceScope scope = ResourceScope.counting("import");
    WeakReference<Pipe> forgotten = forget(scope);
    while (forgotten.get() != null) {
      System.gc();
    }
    assertThat(scope.unclosed())
        .extracting(ResourceScope.Unclosed::type)
        .containsExactly(Pipe.class.getName());
  }

  private WeakReference<Pipe> forget(ResourceScope scope) {
    return new WeakReference<>(scope.track(new Pipe()).get());
  }

  @Test
  void a_scope_of_a_tracker_counts_in_both() throws Exception {
    try (ResourceTracker tracker = new ResourceTracker();
        ResourceScope scope = tracker.scope("import")) {
      Tracked<Pipe> outside = tracker.track(new Pipe());
      Tracked<Pipe> inside = scope.track(new Pipe());
      assertThat(scope.open()).isEqualTo(1);
      assertThat(tracker.stats().open()).isEqualTo(2);
      outside.close();
      assertThatThrownBy(scope::assertAllClosed)
          .hasMessage("1 of 1 resources of import are open:\n  1 x " + Pipe.class.getName());
      inside.close();
      assertThat(tracker.stats().opened()).isEqualTo(2);
      assertThat(tracker.unclosed()).isEmpty();
    }
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
