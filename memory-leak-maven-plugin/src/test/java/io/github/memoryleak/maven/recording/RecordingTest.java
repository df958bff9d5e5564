package io.github.memoryleak.maven.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.memoryleak.maven.recording.Planted.Part;
import io.github.memoryleak.maven.settings.UserError;
import io.github.memoryleak.report.Units;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingTest {
  /** An event tells the whole buffer that a thread was given, not only what it filled of it. */
  private static final double NEARLY = 0.1;

  @TempDir private static Path directory;
  private Recording recording;

  @BeforeAll
  void record() throws IOException {
    recording =
        Planted.record(
            directory.resolve("mem.jfr"),
            new Part("com.acme.CartTest#adds", () -> Planted.heavy(400)),
            new Part("com.acme.CartTest#removes", () -> Planted.removed(200)),
            new Part("com.acme.CartTest#adds", () -> Planted.heavy(400)));
  }

  private static double megabytes(TopTable table, String name) {
    return table.rows().stream()
            .filter(row -> row.name().equals(name))
            .mapToLong(TopTable.Row::cumulative)
            .sum()
        / (double) Planted.MEGABYTE;
  }

  private TopTable methods() {
    return TopTable.byMethod(recording.allocations(), SampleIndex.ALLOC_SPACE);
  }

  @Test
  void the_total_is_that_of_the_jdks_own_reader() throws IOException {
    long bytes = 0;
    for (RecordedEvent event : RecordingFile.readAllEvents(recording.file())) {
      bytes +=
          switch (event.getEventType().getName()) {
            case "jdk.ObjectAllocationInNewTLAB" -> event.getLong("tlabSize");
            case "jdk.ObjectAllocationOutsideTLAB" -> event.getLong("allocationSize");
            default -> 0;
          };
    }
    assertThat(methods().total()).isEqualTo(bytes);
  }

  @Test
  void what_a_method_calls_counts_for_it_and_not_as_its_own() {
    String heavy = Planted.class.getName() + ".heavy";
    String loop = Planted.class.getName() + ".allocate";
    assertThat(megabytes(methods(), heavy)).isCloseTo(800, within(800 * NEARLY));
    assertThat(methods().rows())
        .filteredOn(row -> row.name().equals(heavy))
        .extracting(TopTable.Row::flat)
        .containsExactly(0L);
    assertThat(methods().rows().get(0).name()).isEqualTo(loop);
  }

  @Test
  void allocation_belongs_to_the_test_that_ran() {
    TopTable tests = TopTable.byTest(recording.allocations(), SampleIndex.ALLOC_SPACE);
    assertThat(recording.tests()).isEqualTo(3);
    assertThat(megabytes(tests, "com.acme.CartTest#adds")).isCloseTo(800, within(800 * NEARLY));
    assertThat(megabytes(tests, "com.acme.CartTest#removes")).isCloseTo(200, within(200 * NEARLY));
  }

  @Test
  void classes_are_named_as_in_source() {
    TopTable types = TopTable.byType(recording.allocations(), SampleIndex.ALLOC_SPACE);
    assertThat(megabytes(types, "byte[]")).isCloseTo(800, within(800 * NEARLY));
    assertThat(megabytes(types, "long[]")).isCloseTo(200, within(200 * NEARLY));
  }

  @Test
  void objects_are_estimated_from_what_fills_a_buffer() {
    // What other threads allocate meanwhile is small, and so a sample of it is many objects.
    Focus planted = Focus.of("Planted[.]heavy", null);
    TopTable types =
        TopTable.byType(planted.of(recording.allocations()), SampleIndex.ALLOC_OBJECTS);
    double objects = megabytes(types, "byte[]") * Planted.MEGABYTE;
    double expected = 800.0 * Planted.MEGABYTE / (1 << 14);
    assertThat(objects).isCloseTo(expected, within(expected * NEARLY));
  }

  @Test
  void focus_and_ignore_choose_samples() {
    Focus focus = Focus.of("Planted[.]heavy", null);
    Focus ignore = Focus.of(null, "Planted[.]heavy");
    assertThat(
            megabytes(
                TopTable.byType(focus.of(recording.allocations()), SampleIndex.ALLOC_SPACE),
                "long[]"))
        .isZero();
    assertThat(
            megabytes(
                TopTable.byType(ignore.of(recording.allocations()), SampleIndex.ALLOC_SPACE),
                "byte[]"))
        .isLessThan(800 * NEARLY);
    assertThatThrownBy(() -> Focus.of("(", null))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "leak.focus must be a regular expression, but '(' is none: Unclosed group near index"
                + " 1.");
  }

  @Test
  void collections_and_their_pauses_are_seen() {
    Collections seen = recording.collections();
    assertThat(seen.pauses()).isNotEmpty().allMatch(pause -> pause > 0);
    assertThat(seen.names()).isNotEmpty().doesNotContain("unknown");
    assertThat(seen.liveSets()).isNotEmpty().allMatch(set -> set.bytes() > 0);
  }

  @Test
  void live_objects_that_were_not_recorded_are_an_error() {
    assertThatThrownBy(() -> recording.samples(SampleIndex.INUSE_SPACE))
        .isInstanceOf(UserError.class)
        .hasMessage(
            recording.file()
                + " has no events about live objects: record with leak.profiler=async-profiler, or"
                + " ask for alloc_space.");
  }

  @Test
  void the_text_has_the_tables_in_their_order() {
    List<String> lines =
        RecordingText.of(
            recording, new RecordingText.Options(SampleIndex.ALLOC_SPACE, Focus.ALL, 3));
    assertThat(lines.get(0))
        .isEqualTo(
            "%s: %s allocated (alloc_space) in %.1f s",
            recording.file(), Units.bytes(methods().total()), recording.nanos() / 1e9);
    assertThat(lines)
        .containsSubsequence(
            "What allocates, by itself (flat) and with what it calls (cum):",
            "        flat  flat%   sum%          cum   cum%",
            "The same by cum, without what runs the tests:",
            "What is allocated, by class:",
            "By test (3 runs):");
  }

  @Test
  void other_forms_lie_beside_it_and_have_the_same_total() throws IOException {
    List<Path> files = RecordingFiles.write(recording);
    assertThat(files)
        .extracting(file -> String.valueOf(file.getFileName()))
        .containsExactly("mem.html", "mem.collapsed", "mem.pb.gz");
    assertThat(Files.readString(files.get(0))).contains("Allocated bytes").contains("Planted");
    long collapsed =
        Files.readAllLines(files.get(1)).stream()
            .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
            .sum();
    assertThat(collapsed).isEqualTo(methods().total());
    PprofReader pprof = PprofReader.read(files.get(2));
    assertThat(pprof.sampleTypes()).containsExactly("alloc_objects/count", "alloc_space/bytes");
    assertThat(pprof.total(1)).isEqualTo(methods().total());
    assertThat(pprof.functions()).contains(Planted.class.getName() + ".heavy");
    assertThat(pprof.labels()).contains("class=byte[]", "test=com.acme.CartTest#adds");
  }

  @Test
  void a_recording_that_is_cut_off_is_told_as_that() throws IOException {
    byte[] whole = Files.readAllBytes(recording.file());
    Path cut = directory.resolve("cut.jfr");
    for (int length = 1; length < whole.length; length += whole.length / 97) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Recording.read(cut))
          .as("%d bytes", length)
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith(cut.toString());
    }
  }

  @Test
  void a_recording_with_changed_bytes_never_ends_otherwise_than_with_a_sentence()
      throws IOException {
    byte[] whole = Files.readAllBytes(recording.file());
    Random random = new Random(17);
    Path changed = directory.resolve("changed.jfr");
    for (int i = 0; i < 100; i++) {
      byte[] bytes = whole.clone();
      for (int j = 0; j < 8; j++) {
        bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt();
      }
      Files.write(changed, bytes);
      try {
        assertThat(Recording.read(changed).file()).isEqualTo(changed);
      } catch (UserError e) {
        assertThat(e).hasMessageStartingWith(changed.toString());
      }
    }
  }

  @Test
  void empty_and_foreign_files_are_told_as_that() throws IOException {
    Path empty = Files.write(directory.resolve("empty.jfr"), new byte[0]);
    assertThatThrownBy(() -> Recording.read(empty))
        .hasMessage(empty + " is empty: the recording was not written to its end.");
    Path foreign =
        Files.write(
            directory.resolve("foreign.jfr"),
            "no recording".repeat(99).getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Recording.read(foreign))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(foreign + " cannot be read: ");
  }
}
