package io.github.memoryleak.maven.files;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.maven.settings.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullDiskTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[7.804s][error][jfr,system ] Failed to write to jfr stream because no space left on device",
        "#  Internal Error (jfrStreamWriterHost.inline.hpp:83), pid=4805, tid=4823"
      })
  void an_end_that_the_flight_recorder_caused_is_told_with_what_to_do(String line) {
    assertThatThrownBy(() -> FullDisk.reject(List.of("one", line, "two")))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "There was no room for the recording: the JVM ended because the Flight Recorder could"
                + " not write to its folder, by default in that for temporary files. Make room, or"
                + " name another folder with"
                + " -Dleak.argLine=-Djava.io.tmpdir=<folder>.");
  }

  @Test
  void a_full_disk_that_a_test_tells_by_itself_is_the_tests() {
    assertThatCode(
            () -> FullDisk.reject(List.of("java.io.IOException: No space left on device", "#")))
        .doesNotThrowAnyException();
  }
}
