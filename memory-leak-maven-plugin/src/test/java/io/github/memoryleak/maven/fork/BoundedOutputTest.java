package io.github.memoryleak.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BoundedOutputTest {

  @Property(tries = 200)
  void the_first_and_the_last_bytes_are_kept(
      @ForAll @IntRange(max = 30_000) int length, @ForAll @IntRange(min = 1, max = 9_000) int limit)
      throws IOException {
    String text = text(length);
    assertThat(kept(text, limit)).isEqualTo(expected(text, limit));
  }

  private static String kept(String text, int limit) throws IOException {
    Path file = Files.createTempFile("output", ".txt");
    try {
      new BoundedOutput(file, limit)
          .drain(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
      return Files.readString(file);
    } finally {
      Files.delete(file);
    }
  }

  private static String expected(String text, int limit) {
    int omitted = text.length() - 2 * limit;
    return omitted <= 0
        ? text
        : text.substring(0, limit)
            + "\n[... "
            + omitted
            + " bytes left out ...]\n"
            + text.substring(limit + omitted);
  }

  private static String text(int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(text.length()).append(' ');
    }
    return text.substring(0, length);
  }
}
