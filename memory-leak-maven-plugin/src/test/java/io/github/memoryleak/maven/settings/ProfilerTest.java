package io.github.memoryleak.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProfilerTest {
  @Test
  void a_name_is_read_as_it_is_written() {
    for (Profiler profiler : Profiler.values()) {
      assertThat(Profiler.parse(" " + profiler.text() + "\n")).isEqualTo(profiler);
    }
  }

  @Test
  void another_name_is_told() {
    assertThatThrownBy(() -> Profiler.parse("yourkit"))
        .isInstanceOf(UserError.class)
        .hasMessage("leak.profiler must be jfr or async-profiler, but is 'yourkit'.");
  }
}
