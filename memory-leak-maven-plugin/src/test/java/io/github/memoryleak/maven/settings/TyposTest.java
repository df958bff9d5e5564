package io.github.memoryleak.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TyposTest {
  private static final Set<String> KNOWN = Set.of("rounds", "warmup", "settle", "failOnLeak");

  @Test
  void known_elements_are_fine() {
    assertThat(Typos.firstUnknown(List.of("rounds", "settle"), KNOWN)).isEmpty();
  }

  @Test
  void the_nearest_known_element_is_suggested() {
    assertThat(Typos.firstUnknown(List.of("rounds", "round"), KNOWN))
        .contains(
            "Unknown element <round> in the configuration of memory-leak-maven-plugin: did you mean"
                + " <rounds>?");
  }

  @Test
  void the_wrong_case_is_a_typo_too() {
    assertThat(Typos.firstUnknown(List.of("failonleak"), KNOWN))
        .contains(
            "Unknown element <failonleak> in the configuration of memory-leak-maven-plugin: did you"
                + " mean <failOnLeak>?");
  }

  @Test
  void where_nothing_is_near_the_help_is_named() {
    assertThat(Typos.firstUnknown(List.of("encoding"), KNOWN))
        .contains(
            "Unknown element <encoding> in the configuration of memory-leak-maven-plugin: mvn"
                + " leak:help -Ddetail lists the known ones.");
  }

  @Property
  void the_distance_is_a_metric(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b,
      @ForAll @AlphaChars @StringLength(max = 8) String c) {
    assertThat(Typos.distance(a, b)).isEqualTo(Typos.distance(b, a));
    assertThat(Typos.distance(a, b) == 0).isEqualTo(a.equalsIgnoreCase(b));
    assertThat(Typos.distance(a, c))
        .isLessThanOrEqualTo(Typos.distance(a, b) + Typos.distance(b, c));
  }
}
