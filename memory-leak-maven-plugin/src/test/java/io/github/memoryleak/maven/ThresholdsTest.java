package io.github.memoryleak.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.LeakThresholds;
import io.github.memoryleak.ResourceLimits;
import io.github.memoryleak.maven.settings.UserError;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
  private final Thresholds thresholds = new Thresholds();

  /** As Maven does. */
  private void set(String element, String value) throws ReflectiveOperationException {
    Field field = Thresholds.class.getDeclaredField(element);
    field.setAccessible(true);
    field.set(thresholds, value);
  }

  @Test
  void nothing_given_is_the_normal_preset() {
    assertThat(thresholds.toLimits(null)).isEqualTo(LeakThresholds.normal());
  }

  @Test
  void the_elements_preset_wins_over_the_propertys() throws ReflectiveOperationException {
    assertThat(thresholds.toLimits("strict")).isEqualTo(LeakThresholds.strict());
    set("preset", "Permissive");
    assertThat(thresholds.toLimits("strict")).isEqualTo(LeakThresholds.permissive());
  }

  @Test
  void single_values_win_over_the_preset() throws ReflectiveOperationException {
    set("heapGrowth", "5%");
    set("heapGrowthBytes", "64 KiB");
    set("threadGrowth", "1");
    set("heapBytesPerLoop", "16");
    set("threadsPerLoop", "0.5");
    set("classLoadersPerLoop", "1");
    set("classesPerLoop", "7");
    set("fileDescriptorsPerLoop", "2");
    set("directBufferBytesPerLoop", "4 KiB");
    set("nativeBytesPerLoop", "1 KiB");
    assertThat(thresholds.toLimits("strict"))
        .isEqualTo(
            new LeakThresholds(0.05, 65536, 1, 16, 0.5, new ResourceLimits(1, 7, 2, 4096, 1024)));
  }

  @Test
  void a_wrong_value_names_its_element() throws ReflectiveOperationException {
    set("heapGrowthBytes", "banana");
    assertThatThrownBy(() -> thresholds.toLimits(null))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "<thresholds><heapGrowthBytes> must be a size such as 1 MiB, 512 KiB or 4096, but is"
                + " 'banana'.");
  }

  @Test
  void an_unknown_preset_lists_the_known_ones() {
    assertThatThrownBy(() -> thresholds.toLimits("lax"))
        .isInstanceOf(UserError.class)
        .hasMessage("There is no preset 'lax': use strict, normal or permissive.");
  }
}
