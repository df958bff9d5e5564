package io.github.memoryleak.finding;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void it_stays_the_same_from_release_to_release() {
    assertThat(Fingerprint.of("HEAP", "com.acme.CartTest#add", "com.acme.Cart"))
        .isEqualTo("eb53eac46c40610a");
  }

  @Property
  void it_is_sixteen_hexadecimal_digits_and_depends_on_the_parts_alone(
      @ForAll String first, @ForAll String second) {
    String fingerprint = Fingerprint.of(first, second);
    assertThat(fingerprint).matches("[0-9a-f]{16}").isEqualTo(Fingerprint.of(first, second));
  }

  @Property
  void other_parts_have_another_one(
      @ForAll @AlphaChars String first, @ForAll @AlphaChars String b) {
    assertThat(Fingerprint.of(first, b))
        .isNotEqualTo(Fingerprint.of(first, b + "x"))
        .isNotEqualTo(Fingerprint.of(first + "x", b))
        .isNotEqualTo(Fingerprint.of(first + b));
  }
}
