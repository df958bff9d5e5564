package io.github.memoryleak.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapSettingsTest {
  private static final Path PROFILES = Path.of("target", "profiles");

  @Test
  void what_is_asked_becomes_options_of_the_analysis() {
    assertThat(HeapSettings.of(PROFILES, "7", " json ", "inuse_objects", " com.acme.* ").options())
        .containsExactly(
            "--top=7", "--sample-index=inuse_objects", "--format=json", "--type=com.acme.*");
    assertThat(HeapSettings.of(PROFILES, "20", "text", "inuse_space", " ").options())
        .containsExactly("--top=20", "--sample-index=inuse_space", "--format=text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|text|inuse_space|leak.top must be at least 1, but is 0.",
        "5|xml|inuse_space|leak.format must be text or json, but is 'xml'.",
        "5|text|alloc_space|leak.sampleIndex is alloc_space, but a heap dump does not tell what was"
            + " allocated: use inuse_space or inuse_objects.",
        "5|text|bytes|leak.sampleIndex must be inuse_space or inuse_objects, but is 'bytes'."
      })
  void what_makes_no_sense_is_told(String top, String format, String index, String message) {
    assertThatThrownBy(() -> HeapSettings.of(PROFILES, top, format, index, null))
        .isInstanceOf(UserError.class)
        .hasMessage(message);
  }
}
