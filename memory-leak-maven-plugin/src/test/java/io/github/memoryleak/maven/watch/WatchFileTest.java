package io.github.memoryleak.maven.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.maven.settings.UserError;
import io.github.memoryleak.maven.watch.WatchSample.ClassCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchFileTest {
  private static final WatchSample ONE =
      new WatchSample(
          Instant.parse("2026-11-28T15:00:00.250Z"),
          4,
          Map.of(Level.HEAP, 1_000L, Level.FILE_DESCRIPTORS, 17L),
          Map.of("com.acme.Session", new ClassCount(12, 288)));

  private static final WatchSample OTHER =
      new WatchSample(
          Instant.parse("2026-11-28T15:01:00Z"), 4, Map.of(Level.THREADS, 9L), Map.of());

  @TempDir Path folder;
  private WatchFile file;

  @BeforeEach
  void choose_a_file() {
    file = new WatchFile(folder.resolve("watch_20261128_150000.jsonl"));
  }

  @Test
  void what_was_written_is_read_again() throws IOException {
    file.begin("process 4711 (com.acme.Main)");
    file.add(ONE);
    file.add(OTHER);
    assertThat(file.read().jvm()).isEqualTo("process 4711 (com.acme.Main)");
    assertThat(file.read().samples()).containsExactly(ONE, OTHER);
    assertThat(Files.readAllLines(file.path()))
        .containsExactly(
            "{\"schemaVersion\":1,\"jvm\":\"process 4711 (com.acme.Main)\"}",
            "{\"time\":\"2026-11-28T15:00:00.250Z\",\"collections\":4,\"heap\":1000,"
                + "\"fileDescriptors\":17,\"histogram\":{\"com.acme.Session\":[12,288]}}",
            "{\"time\":\"2026-11-28T15:01:00Z\",\"collections\":4,\"threads\":9}");
  }

  @Test
  void a_line_that_a_kill_has_cut_is_left_out() throws IOException {
    file.begin("process 4711");
    file.add(ONE);
    Files.writeString(file.path(), "{\"time\":\"2026", StandardOpenOption.APPEND);
    assertThat(file.read().samples()).containsExactly(ONE);
  }

  @Test
  void another_file_is_refused_with_its_line() throws IOException {
    Files.writeString(file.path(), "{\"verdict\": \"LEAK\"}\n");
    assertThatThrownBy(file::read)
        .isInstanceOf(UserError.class)
        .hasMessage(file.path() + " is no watch: line 1, it is not the first line of a watch.");
    Files.writeString(file.path(), "");
    assertThatThrownBy(file::read)
        .hasMessage(file.path() + " is no watch: line 1, there is no first line.");
  }

  @Test
  void a_damaged_line_is_told() throws IOException {
    file.begin("process 4711");
    Files.writeString(file.path(), "oops\n", StandardOpenOption.APPEND);
    assertThatThrownBy(file::read).hasMessage(file.path() + " is no watch: line 2, it is no JSON.");
  }

  @Test
  void a_sample_without_a_time_is_told() throws IOException {
    file.begin("process 4711");
    Files.writeString(file.path(), "{\"threads\":9}\n", StandardOpenOption.APPEND);
    assertThatThrownBy(file::read)
        .hasMessage(file.path() + " is no watch: line 2, it has no time.");
  }
}
