package io.github.memoryleak.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "5s, PT5S",
    "0.5 s, PT0.5S",
    "2m, PT2M",
    "2 min, PT2M",
    "1H, PT1H",
    "0s, PT0S"
  })
  void spans_of_time_are_read(String text, Duration expected) {
    assertThat(Quantities.duration("leak.settle", text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "5 seconds", "-5s", "s", "99999999999999999999h"})
  void what_is_no_span_of_time_is_told_with_the_parameter(String text) {
    assertThatThrownBy(() -> Quantities.duration("leak.settle", text))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "leak.settle must be a span of time such as 500ms, 5s, 2m or 1h, but is '"
                + text
                + "'.");
  }

  @ParameterizedTest
  @CsvSource({"4096, 4096", "1 MiB, 1048576", "1.5k, 1536", "2 GB, 2147483648", "16 B, 16"})
  void sizes_are_read(String text, long expected) {
    assertThat(Quantities.bytes("size", text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"banana", "1 TiB x", "-1", "1 s"})
  void what_is_no_size_is_told_with_the_parameter(String text) {
    assertThatThrownBy(() -> Quantities.bytes("<thresholds><heapGrowthBytes>", text))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "<thresholds><heapGrowthBytes> must be a size such as 1 MiB, 512 KiB or 4096, but is '"
                + text
                + "'.");
  }

  @Property
  void a_whole_percentage_is_its_hundredth(@ForAll @IntRange(max = 1_000) int percent) {
    assertThat(Quantities.fraction("x", percent + " %")).isEqualTo(percent / 100.0);
  }

  @Test
  void a_fraction_is_itself() {
    assertThat(Quantities.fraction("x", "0.2")).isEqualTo(0.2);
  }

  @Test
  void what_is_no_fraction_is_told_with_the_parameter() {
    assertThatThrownBy(() -> Quantities.fraction("<thresholds><heapGrowth>", "a fifth"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "<thresholds><heapGrowth> must be a percentage such as 20% or a fraction such as 0.2,"
                + " but is 'a fifth'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "two", "1.5", "99999999999"})
  void what_is_no_count_is_told_with_the_parameter(String text) {
    assertThatThrownBy(() -> Quantities.count("leak.rounds", text))
        .isInstanceOf(UserError.class)
        .hasMessage("leak.rounds must be a whole number such as 2, but is '" + text + "'.");
  }

  @Test
  void numbers_may_have_fractions_but_no_unit() {
    assertThat(Quantities.number("x", " 0.5 ")).isEqualTo(0.5);
    assertThatThrownBy(() -> Quantities.number("x", "1%"))
        .isInstanceOf(UserError.class)
        .hasMessage("x must be a number such as 2 or 0.5, but is '1%'.");
  }
}
