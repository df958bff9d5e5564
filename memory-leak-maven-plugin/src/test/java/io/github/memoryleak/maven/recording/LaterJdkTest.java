package io.github.memoryleak.maven.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording that JDK 25 made of three calls of {@code System.gc()} with the Serial collector. */
class LaterJdkTest {
  private static final String RESOURCE = "/recording/three-collections-jdk25.jfr.gz";

  @TempDir private static Path directory;

  @Test
  void its_collections_have_their_names_and_pauses() throws IOException {
    Path file = directory.resolve("jdk25.jfr");
    try (InputStream stored =
            Objects.requireNonNull(LaterJdkTest.class.getResourceAsStream(RESOURCE));
        InputStream in = new GZIPInputStream(stored)) {
      Files.copy(in, file);
    }
    Collections seen = Recording.read(file).collections();
    assertThat(seen.names()).isEqualTo(List.of("SerialOld"));
    // As the JDK's own "jfr print --exact" has them.
    assertThat(seen.pauses())
        .extracting(nanos -> nanos / 1000)
        .containsExactly(32_641L, 30_083L, 35_238L);
    assertThat(seen.liveSets()).hasSize(3);
  }
}
