package io.github.memoryleak.site;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeRecorderTest {
  @TempDir Path directory;

  @Test
  void a_library_that_is_not_there_is_named() {
    Path library = directory.resolve("libasyncProfiler.so");
    assertThatThrownBy(() -> NativeRecorder.start(library))
        .isInstanceOf(IOException.class)
        .hasMessage("there is no file " + library);
  }

  @Test
  void what_is_no_library_is_not_loaded() throws IOException {
    Path library = Files.writeString(directory.resolve("my library.so"), "text");
    assertThatThrownBy(() -> NativeRecorder.start(library))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the JVM did not load my library.so: ");
  }
}
