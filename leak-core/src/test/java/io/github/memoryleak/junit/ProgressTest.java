package io.github.memoryleak.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
  private static final Progress PROGRESS =
      new Progress("confirm", "com.acme.A", "com.acme.A#a", "[engine:e]", 2, 12, 3, 40, 1234);

  @TempDir private Path directory;

  @Test
  void it_is_read_as_it_was_written() throws IOException {
    assertThat(read(PROGRESS.toLine())).contains(PROGRESS);
  }

  @Test
  void fields_may_be_empty() throws IOException {
    Progress early = new Progress("discover", "", "", "", 0, 0, 0, 0, 0);
    assertThat(read(early.toLine())).contains(early);
  }

  @Test
  void a_line_has_one_line_whatever_the_names() throws IOException {
    Progress odd = new Progress("confirm", "a\tb", "c\nd", "e\r\nf", 1, 2, 3, 4, 5);
    assertThat(odd.toLine()).isEqualTo("confirm\ta b\tc d\te  f\t1\t2\t3\t4\t5\n");
    assertThat(read(odd.toLine()))
        .contains(new Progress("confirm", "a b", "c d", "e  f", 1, 2, 3, 4, 5));
  }

  @Test
  void a_file_that_is_not_there_is_no_progress() throws IOException {
    assertThat(Progress.read(directory.resolve("none"))).isEmpty();
  }

  @Test
  void any_start_of_a_line_is_no_progress() throws IOException {
    String line = PROGRESS.toLine();
    for (int length = 0; length < line.length(); length++) {
      assertThat(read(line.substring(0, length))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        "confirm\n",
        "confirm\ta\tb\tc\tone\t2\t3\t4\t5\n",
        "confirm\ta\tb\tc\t1\t2\t3\t4\t\n",
        "confirm\ta\tb\tc\t1\t2\t3\t4\t5\t6\n",
      })
  void anything_else_is_no_progress(String text) throws IOException {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void the_rest_of_a_longer_line_that_was_there_before_does_not_matter() throws IOException {
    Progress longer = new Progress("confirm", "x".repeat(500), "", "", 1, 2, 3, 4, 5);
    String rest = longer.toLine().substring(PROGRESS.toLine().length());
    assertThat(read(PROGRESS.toLine() + rest)).contains(PROGRESS);
  }

  @Test
  void the_progress_file_holds_the_latest_progress() throws IOException {
    Path file = directory.resolve("progress");
    try (ProgressFile progress = new ProgressFile(file)) {
      assertThat(Progress.read(file)).map(Progress::phase).contains("discover");
      progress.subjects(1, 7);
      progress.phase("confirm", "com.acme.A");
      progress.round(2, 12);
      progress.testStarts("com.acme.A#" + "a".repeat(300), "[engine:e]/[class:com.acme.A]");
      assertThat(Progress.read(file).map(ProgressTest::untimed))
          .contains(
              new Progress(
                  "confirm",
                  "com.acme.A",
                  "com.acme.A#" + "a".repeat(300),
                  "[engine:e]/[class:com.acme.A]",
                  2,
                  12,
                  1,
                  7,
                  0));
      progress.testEnds();
      progress.phase("done", "");
      assertThat(Progress.read(file).map(ProgressTest::untimed))
          .contains(new Progress("done", "", "", "", 0, 0, 1, 7, 0));
    }
  }

  @Property
  void any_names_are_read_as_they_were_written(
      @ForAll @AlphaChars @NumericChars @Chars({' ', 'ö', '漢', '[', ':', '\\'}) String name,
      @ForAll int number,
      @ForAll long millis)
      throws IOException {
    Path file = Files.createTempFile("progress", null);
    try {
      Progress progress =
          new Progress(name, name, name, name, number, number, number, number, millis);
      Files.writeString(file, progress.toLine());
      assertThat(Progress.read(file)).contains(progress);
    } finally {
      Files.delete(file);
    }
  }

  private Optional<Progress> read(String text) throws IOException {
    return Progress.read(Files.writeString(directory.resolve("progress"), text));
  }

  private static Progress untimed(Progress p) {
    return new Progress(
        p.phase(), p.subject(), p.test(), p.testId(), p.round(), p.loops(), p.done(), p.total(), 0);
  }
}
