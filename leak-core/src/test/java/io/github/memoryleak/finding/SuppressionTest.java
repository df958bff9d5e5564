package io.github.memoryleak.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private static final Finding THREAD =
      new FindingBuilder(Kind.THREAD, "com.acme.PayTest#pays", "java.lang.Thread pay-worker-%d")
          .build();

  private static Suppression of(
      @Nullable Kind kind, @Nullable String type, @Nullable String holder, @Nullable String test) {
    return new Suppression(kind, type, holder, test, "SHOP-12", "jane", null);
  }

  @Test
  void all_of_its_patterns_have_to_fit() {
    assertThat(of(Kind.THREAD, "*pay-worker*", null, "com.acme.*").covers(THREAD)).isTrue();
    assertThat(of(Kind.HEAP, "*pay-worker*", null, "com.acme.*").covers(THREAD)).isFalse();
    assertThat(of(Kind.THREAD, "pay-worker*", null, "com.acme.*").covers(THREAD)).isFalse();
    assertThat(of(Kind.THREAD, null, null, "com.acme.CartTest#*").covers(THREAD)).isFalse();
  }

  @Test
  void a_pattern_over_the_holder_needs_one() {
    assertThat(of(null, null, "*", null).covers(THREAD)).isFalse();
    Finding held =
        THREAD.toBuilder()
            .holding(new Finding.Holding("static com.acme.Pool.ALL", List.of(), 1L, 1L))
            .build();
    assertThat(of(null, null, "static com.acme.Pool.*", null).covers(held)).isTrue();
  }

  @Property
  void a_text_without_stars_covers_itself_alone(@ForAll String type, @ForAll String other) {
    Finding finding = new FindingBuilder(Kind.HEAP, "x", type.strip().replace("*", "")).build();
    Finding another = new FindingBuilder(Kind.HEAP, "x", other).build();
    Suppression exact = of(null, finding.type(), null, null);
    assertThat(exact.covers(finding)).isTrue();
    assertThat(exact.covers(another)).isEqualTo(finding.type().equals(other));
  }

  @Test
  void a_rule_needs_a_pattern_a_reason_and_an_owner() {
    assertThatThrownBy(() -> of(null, null, null, null))
        .hasMessage("accepts everything: give it a <kind>, a <type>, a <holder> or a <subject>");
    assertThatThrownBy(() -> new Suppression(Kind.HEAP, null, null, null, " ", "jane", null))
        .hasMessage("has no <reason>: say why the leak is accepted");
    assertThatThrownBy(() -> new Suppression(Kind.HEAP, null, null, null, "SHOP-12", "", null))
        .hasMessage("has no <owner>: say who answers for it");
  }
}
