package io.github.memoryleak.maven.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownPathTest {
  @Test
  void is_relative_below_the_folder_of_the_build() {
    Path file = Path.of("target", "profiles", "mem_1.jfr");
    assertThat(ShownPath.of(file.toAbsolutePath())).isEqualTo(file.toString());
    assertThat(ShownPath.of(file)).isEqualTo(file.toString());
  }

  @Test
  void is_whole_elsewhere(@TempDir Path elsewhere) {
    Path file = elsewhere.resolve("mem_1.jfr");
    assertThat(ShownPath.of(file)).isEqualTo(file.toString());
  }
}
