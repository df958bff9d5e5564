package io.github.memoryleak.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.FindingBuilder;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.Owner;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameworksTest {
  private static final String OURS = "static com.acme.Sessions.ACTIVE";
  private static final String JUNITS = "org.junit.platform.engine.support.store.Store.values";

  @Test
  void what_the_program_holds_in_a_test_of_jupiter_is_not_kept_by_the_framework() {
    assertThat(mayKeep("junit-jupiter", heldBy(OURS))).isFalse();
  }

  @Test
  void what_a_class_of_junit_leads_to_may_be_kept_by_the_framework() {
    assertThat(mayKeep("junit-jupiter", heldBy(JUNITS))).isTrue();
    assertThat(mayKeep("junit-jupiter", heldBy(OURS), heldBy(JUNITS))).isTrue();
  }

  @Test
  void what_nobody_is_known_to_hold_may_be_kept_by_the_framework() {
    assertThat(mayKeep("junit-jupiter", leak())).isTrue();
    assertThat(mayKeep("junit-jupiter")).isTrue();
  }

  @Test
  void of_other_frameworks_nobody_knows() {
    assertThat(mayKeep("testng", heldBy(OURS))).isTrue();
  }

  private static boolean mayKeep(String engine, Finding... findings) {
    Unit.Family family = new Unit.Family("[engine:" + engine + "]/[class:com.acme.CartTest]", 1);
    Unit unit = new Unit(family.id(), "com.acme.CartTest", List.of(), family);
    return Frameworks.mayKeep(List.of(unit), List.of(findings));
  }

  private static Finding heldBy(String holder) {
    return leak().heldBy(new Finding.Holding(holder, List.of(holder, "byte[]"), 2000L, 50L), "f");
  }

  private static Finding leak() {
    return new FindingBuilder(Kind.HEAP, "CartTest#a", "byte[]")
        .perLoop(1, 50)
        .owner(Owner.APPLICATION)
        .fingerprint("f")
        .build();
  }
}
