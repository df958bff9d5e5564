package io.github.memoryleak.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir Path directory;

  @Test
  void makes_missing_directories() throws IOException {
    Path file = directory.resolve("a b/ü/(c)/report.json");

    WholeFile.write(file, "é\n");

    assertThat(Files.readString(file)).isEqualTo("é\n");
  }

  @Test
  void replaces_the_file_of_before_and_leaves_nothing_else() throws IOException {
    Path file = directory.resolve("report.json");
    WholeFile.write(file, "before, and longer\n");

    WholeFile.write(file, "after\n");

    assertThat(file).hasContent("after\n");
    assertThat(Files.list(directory)).containsExactly(file);
  }

  @Test
  void leaves_no_draft_behind_when_the_place_is_taken() throws IOException {
    Path taken = Files.createDirectories(directory.resolve("report.json/full"));

    assertThatThrownBy(() -> WholeFile.write(taken.getParent(), "text"))
        .isInstanceOf(IOException.class);

    assertThat(Files.list(directory)).containsExactly(taken.getParent());
  }
}
