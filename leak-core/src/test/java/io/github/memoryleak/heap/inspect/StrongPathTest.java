package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.graph.RootKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrongPathTest {
  private static final PathStep TABLE = step("java.util.HashMap", "table");
  private static final PathStep SLOT = step("java.util.HashMap$Node[]", "[]");
  private static final PathStep LAST = step("com.acme.Session", "");

  @Test
  void the_holder_is_the_deepest_field_outside_the_jdk() {
    assertThat(
            path(
                    step("com.acme.Server", "cache"),
                    step("com.acme.Cache", "entries"),
                    TABLE,
                    SLOT,
                    LAST)
                .holder())
        .isEqualTo(new Holder("com.acme.Cache", "entries", false));
  }

  @Test
  void the_holder_may_be_a_static_field() {
    PathStep active = new PathStep("com.acme.Sessions", "ACTIVE", true, 1);

    assertThat(path(active, TABLE, SLOT, LAST).holder())
        .isEqualTo(new Holder("com.acme.Sessions", "ACTIVE", true));
  }

  @Test
  void an_array_is_no_holder() {
    assertThat(
            path(step("com.acme.Ring", "slots"), step("com.acme.Session[]", "[]"), LAST).holder())
        .isEqualTo(new Holder("com.acme.Ring", "slots", false));
  }

  @Test
  void the_first_field_is_the_holder_when_all_are_of_the_jdk() {
    PathStep hooks = new PathStep("java.lang.ApplicationShutdownHooks", "hooks", true, 1);

    assertThat(path(hooks, TABLE, SLOT, LAST).holder())
        .isEqualTo(new Holder("java.lang.ApplicationShutdownHooks", "hooks", true));
  }

  @Test
  void a_root_may_hold_the_object_itself() {
    assertThat(path(LAST).holder()).isEqualTo(new Holder("com.acme.Session", "", false));
  }

  private static PathStep step(String className, String field) {
    return new PathStep(className, field, false, 1);
  }

  private static StrongPath path(PathStep... steps) {
    return new StrongPath(RootKind.UNKNOWN, null, List.of(steps));
  }
}
