package io.github.memoryleak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.finding.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeakThresholdsTest {
  private static final long MIB = 1 << 20;

  @Test
  void the_presets_have_the_documented_values() {
    assertThat(LeakThresholds.strict()).isEqualTo(new LeakThresholds(0.10, MIB, 0, 0, 0));
    assertThat(LeakThresholds.normal()).isEqualTo(new LeakThresholds(0.20, MIB, 2, 0, 0));
    assertThat(LeakThresholds.permissive()).isEqualTo(new LeakThresholds(0.30, MIB, 5, 0, 0));
  }

  @Test
  void presets_are_known_by_name_in_any_case() {
    assertThat(LeakThresholds.preset("strict")).isEqualTo(LeakThresholds.strict());
    assertThat(LeakThresholds.preset("Normal")).isEqualTo(LeakThresholds.normal());
    assertThat(LeakThresholds.preset("PERMISSIVE")).isEqualTo(LeakThresholds.permissive());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "stricter", " strict"})
  void an_unknown_preset_is_answered_with_the_known_ones(String name) {
    assertThatThrownBy(() -> LeakThresholds.preset(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no preset '%s': use strict, normal or permissive", name);
  }

  @ParameterizedTest
  @CsvSource({
    "-0.1, 0, 0, 0, 0, 'heapGrowth must be a number that is not negative, but is -0.1'",
    "NaN, 0, 0, 0, 0, 'heapGrowth must be a number that is not negative, but is NaN'",
    "Infinity, 0, 0, 0, 0, 'heapGrowth must be a number that is not negative, but is Infinity'",
    "0, -1, 0, 0, 0, 'heapGrowthBytes must be a number that is not negative, but is -1'",
    "0, 0, -2, 0, 0, 'threadGrowth must be a number that is not negative, but is -2'",
    "0, 0, 0, -3, 0, 'heapBytesPerLoop must be a number that is not negative, but is -3'",
    "0, 0, 0, 0, -0.5, 'threadsPerLoop must be a number that is not negative, but is -0.5'",
    "0, 0, 0, 0, NaN, 'threadsPerLoop must be a number that is not negative, but is NaN'",
  })
  void a_value_that_makes_no_sense_is_named(
      double growth, long bytes, int threads, long perLoop, double threadsPerLoop, String message) {
    assertThatThrownBy(() -> new LeakThresholds(growth, bytes, threads, perLoop, threadsPerLoop))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "10_000_000, 12_000_000, false",
    "10_000_000, 12_000_001, true",
    "10_000_000,  9_000_000, false",
    " 1_000_000,  2_048_576, false",
    " 1_000_000,  2_048_577, true",
    "         0,  1_048_576, false",
    "         0,  1_048_577, true",
    "         0,          0, false",
  })
  void the_heap_is_over_when_both_of_its_limits_are_exceeded(
      String before, String after, boolean exceeded) {
    Change heap = new Change(number(before), number(after));
    assertThat(LeakThresholds.normal().isHeapExceeded(heap)).isEqualTo(exceeded);
  }

  @ParameterizedTest
  @CsvSource({"10, 12, false", "10, 13, true", "10, 4, false"})
  void threads_are_over_when_there_are_more_new_ones_than_tolerated(
      long before, long after, boolean exceeded) {
    assertThat(LeakThresholds.normal().isThreadsExceeded(new Change(before, after)))
        .isEqualTo(exceeded);
  }

  private static long number(String text) {
    return Long.parseLong(text.replace("_", ""));
  }
}
