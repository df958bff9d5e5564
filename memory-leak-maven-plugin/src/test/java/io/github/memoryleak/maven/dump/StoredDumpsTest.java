package io.github.memoryleak.maven.dump;

import static io.github.memoryleak.maven.dump.ProfileFiles.Type.HEAP_DUMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.maven.settings.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredDumpsTest {
  private static final byte[] HPROF = "JAVA PROFILE 1.0.2\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] JFR = "FLR\0\0\2".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir private Path directory;

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(directory.resolve(name), content);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void the_content_tells_the_kind_and_not_the_name() throws IOException {
    assertThat(ProfileKind.of(file("a.jfr", HPROF))).isEqualTo(ProfileKind.HEAP_DUMP);
    assertThat(ProfileKind.of(file("b", gzip(HPROF)))).isEqualTo(ProfileKind.HEAP_DUMP_GZIP);
    assertThat(ProfileKind.of(file("c.hprof", JFR))).isEqualTo(ProfileKind.RECORDING);
    assertThat(ProfileKind.of(file("d", " [1]".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(ProfileKind.JSON);
    assertThat(ProfileKind.of(file("e", new byte[0]))).isEqualTo(ProfileKind.UNKNOWN);
    assertThat(ProfileKind.of(file("f", gzip(JFR)))).isEqualTo(ProfileKind.UNKNOWN);
  }

  @Test
  void a_file_that_is_not_there() {
    Path file = directory.resolve("none.hprof");
    assertThatThrownBy(() -> StoredDumps.check("leak:analyze", file))
        .isInstanceOf(UserError.class)
        .hasMessage("There is no file " + file + ": check the path.");
  }

  @Test
  void a_folder() {
    assertThatThrownBy(() -> StoredDumps.check("leak:analyze", directory))
        .hasMessage(directory + " is a folder: name a heap dump in it.");
  }

  @Test
  void a_file_of_another_kind() throws IOException {
    Path file = file("a.txt", "no profile at all".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> StoredDumps.check("leak:analyze", file))
        .hasMessage(
            file
                + " is no profile; leak:analyze reads heap dumps (.hprof, .hprof.gz) and recordings"
                + " (.jfr).");
  }

  @Test
  void a_recording_is_a_profile() throws IOException {
    Path file = file("a.jfr", JFR);
    assertThatCode(() -> StoredDumps.check("leak:analyze", file)).doesNotThrowAnyException();
  }

  @Test
  void a_damaged_gzip_file() throws IOException {
    Path file = file("a.hprof.gz", java.util.Arrays.copyOf(gzip(HPROF), 8));
    assertThatThrownBy(() -> StoredDumps.check("leak:analyze", file))
        .hasMessage(file + " is a damaged gzip file: copy it again.");
  }

  @Test
  void two_files_of_different_kinds() throws IOException {
    Path dump = file("a.hprof", HPROF);
    Path recording = file("b.jfr", JFR);
    assertThatThrownBy(() -> StoredDumps.checkComparable(List.of(dump, recording)))
        .hasMessage(
            dump
                + " is a heap dump and "
                + recording
                + " is a recording of the Flight Recorder: only profiles of one kind can be"
                + " compared.");
  }

  @Test
  void a_plain_and_a_compressed_dump_are_of_one_kind() throws IOException {
    List<Path> dumps = List.of(file("a.hprof", HPROF), file("b.hprof.gz", gzip(HPROF)));
    assertThatCode(() -> StoredDumps.checkComparable(dumps)).doesNotThrowAnyException();
  }

  @Test
  void the_same_file_twice() throws IOException {
    Path dump = file("a.hprof", HPROF);
    assertThatThrownBy(() -> StoredDumps.checkComparable(List.of(dump, dump)))
        .hasMessage(
            "leak.base and leak.current name the same file, " + dump + ": name two profiles.");
  }

  @Test
  void the_newest_dumps_by_name_the_oldest_first() throws IOException {
    ProfileFiles files = new ProfileFiles(directory);
    for (int hour : new int[] {9, 11, 10}) {
      LocalDateTime time = LocalDateTime.of(2026, 11, 24, hour, 30);
      String name = String.valueOf(files.next(HEAP_DUMP, time).getFileName());
      file(hour == 10 ? name + ".gz" : name, HPROF);
    }
    file("unfinished_heap_20261124_120000.hprof", HPROF);
    assertThat(files.newest(HEAP_DUMP, 2, "files"))
        .containsExactly(
            directory.resolve("heap_20261124_103000.hprof.gz"),
            directory.resolve("heap_20261124_113000.hprof"));
  }

  @Test
  void two_dumps_of_one_second_have_two_names() throws IOException {
    ProfileFiles files = new ProfileFiles(directory);
    LocalDateTime time = LocalDateTime.of(2026, 11, 24, 8, 15, 7);
    Path first = Files.write(files.next(HEAP_DUMP, time), HPROF);
    assertThat(first).isEqualTo(directory.resolve("heap_20261124_081507.hprof"));
    assertThat(files.next(HEAP_DUMP, time))
        .isEqualTo(directory.resolve("heap_20261124_081507_2.hprof"));
    file("heap_20261124_081507_2.hprof.gz", HPROF);
    assertThat(files.next(HEAP_DUMP, time))
        .isEqualTo(directory.resolve("heap_20261124_081507_3.hprof"));
  }

  @Test
  void results_of_benchmarks_come_before_the_recording_of_the_same_run() throws IOException {
    ProfileFiles files = new ProfileFiles(directory);
    file("mem_20261124_103000.jfr", JFR);
    Path results = file("bench_20261124_103000.json", JFR);
    file("heap_20261124_102959.hprof", HPROF);
    assertThat(files.newestOf(List.of(ProfileFiles.Type.values()), "a file")).isEqualTo(results);
  }

  @Test
  void too_few_dumps() throws IOException {
    ProfileFiles files = new ProfileFiles(directory);
    assertThatThrownBy(() -> files.newest(HEAP_DUMP, 1, "a file with leak.profile"))
        .hasMessage(
            "There is no heap dump in "
                + directory
                + ": take one with leak:heap, or name a file with leak.profile.");
    Path only = file("heap_20261124_081507.hprof", HPROF);
    assertThatThrownBy(
            () -> files.newest(HEAP_DUMP, 2, "the files with leak.base and leak.current"))
        .hasMessage(
            "There is only one heap dump in "
                + directory
                + ", "
                + only
                + ": take one with leak:heap, or name the files with leak.base and leak.current.");
  }
}
