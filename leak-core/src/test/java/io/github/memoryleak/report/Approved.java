package io.github.memoryleak.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that somebody looked at and approved, each in a file named after its case. Run the tests
 * with {@code -Dapproved.update=true} to write them anew, and read the difference before it is
 * committed.
 */
final class Approved {

  private static final Path DIRECTORY = Path.of("src/test/resources/io/github/memoryleak/report");

  private Approved() {}

  /** Asserts that the text is the approved one. */
  static void check(String name, String text) {
    Path file = DIRECTORY.resolve(name);
    try {
      if (Boolean.getBoolean("approved.update")) {
        WholeFile.write(file, text);
      }
      assertThat(text).as("approved text in %s", file).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
