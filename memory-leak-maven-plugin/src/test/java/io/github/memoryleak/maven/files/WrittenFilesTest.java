package io.github.memoryleak.maven.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenFilesTest {
  @TempDir private Path parent;
  private Path directory;
  private WrittenFiles written;

  @BeforeEach
  void make() throws IOException {
    directory = Files.createDirectory(parent.resolve("profiles"));
    written = new WrittenFiles(directory);
  }

  private Path file(String name) throws IOException {
    return Files.writeString(directory.resolve(name), "text");
  }

  @Test
  void what_was_written_goes_and_what_a_user_put_there_stays() throws IOException {
    Path ours = file("mem_1.jfr");
    Path theirs = file("mem_2.jfr");
    written.add(List.of(ours));
    WrittenFiles.Removal removal = written.removeAll();
    assertThat(removal.removed()).containsExactly(ours.toAbsolutePath());
    assertThat(removal.kept()).isEmpty();
    assertThat(directory).isDirectoryContaining(theirs::equals);
    assertThat(ours).doesNotExist();
  }

  @Test
  void a_folder_goes_with_all_in_it_and_the_directory_when_it_is_empty() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("measured-jvm/run-1")).getParent();
    file("measured-jvm/run-1/output.txt");
    written.add(List.of(folder));
    assertThat(written.removeAll().removed()).containsExactly(folder.toAbsolutePath());
    assertThat(directory).doesNotExist();
  }

  @Test
  void a_damaged_list_leads_nowhere_else() throws IOException {
    Path outside = Files.writeString(parent.resolve("important.txt"), "text");
    Files.writeString(
        directory.resolve(".leak-files"), "../important.txt\n\n.\n" + outside + "\n\0bad\n");
    WrittenFiles.Removal removal = written.removeAll();
    assertThat(removal.removed()).isEmpty();
    assertThat(removal.kept())
        .containsExactly("../important.txt", "", ".", outside.toString(), "\0bad");
    assertThat(outside).exists();
  }

  @Test
  void a_file_that_is_gone_already_is_no_error() throws IOException {
    written.add(List.of(directory.resolve("gone.jfr")));
    assertThat(written.removeAll().removed()).isEmpty();
  }

  @Test
  void without_a_list_nothing_is_removed() throws IOException {
    Path theirs = file("notes.txt");
    assertThat(written.removeAll()).isEqualTo(new WrittenFiles.Removal(List.of(), List.of()));
    assertThat(theirs).exists();
  }

  @Test
  void a_link_goes_and_not_what_it_leads_to() throws IOException {
    Path outside = Files.createDirectory(parent.resolve("outside"));
    Files.writeString(outside.resolve("important.txt"), "text");
    Path link = Files.createSymbolicLink(directory.resolve("link"), outside);
    written.add(List.of(link));
    written.removeAll();
    assertThat(link).doesNotExist();
    assertThat(outside.resolve("important.txt")).exists();
  }

  @Test
  void what_a_killed_build_left_unfinished_goes_and_names_like_it_stay() throws IOException {
    long ended = endedProcess();
    List<Path> left =
        List.of(
            file(".heap_20261128_120000.hprof.gz.part"),
            file("unfinished_" + ended + "_0f8fad5b-d9cb-469f-a165-70867728950e"),
            file("unfinished_" + ended + "_bench_20261128_120000.json"),
            file("unfinished_" + ended + "_heap_20261128_120000_2.hprof.gz"),
            file("unfinished_" + ended + "_mem_20261128_120000.diff-base.html"));
    file("unfinished_notes.txt");
    file("unfinished_" + ended + "_notes.txt");
    file("heap_20261128_120000.hprof.gz");
    file(".notes.part");
    Files.createDirectory(directory.resolve("unfinished_" + ended + "_mem_20261128_120000.jfr"));
    assertThat(written.removeAll().removed()).containsExactlyInAnyOrderElementsOf(left);
    assertThat(directory.toFile().list())
        .containsExactlyInAnyOrder(
            "unfinished_notes.txt",
            "unfinished_" + ended + "_notes.txt",
            "heap_20261128_120000.hprof.gz",
            ".notes.part",
            "unfinished_" + ended + "_mem_20261128_120000.jfr");
  }

  @Test
  void what_another_build_is_writing_stays() throws IOException {
    long alive = ProcessHandle.allProcesses().mapToLong(ProcessHandle::pid).min().orElseThrow();
    Path theirs = file("unfinished_" + alive + "_mem_20261128_120000.jfr");
    assertThat(written.removeAll().removed()).isEmpty();
    assertThat(theirs).exists();
  }

  @Test
  void an_unfinished_file_has_the_process_in_its_name_and_is_known_again() throws IOException {
    Path unfinished =
        UnfinishedFiles.of(directory.toAbsolutePath().resolve("mem_20261128_120000.pb.gz"));
    assertThat(unfinished)
        .hasFileName("unfinished_" + ProcessHandle.current().pid() + "_mem_20261128_120000.pb");
    Files.createFile(unfinished);
    assertThat(written.removeAll().removed()).containsExactly(unfinished);
    assertThat(directory).doesNotExist();
  }

  private static long endedProcess() throws IOException {
    Process process =
        new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.onExit().join();
    return process.pid();
  }
}
