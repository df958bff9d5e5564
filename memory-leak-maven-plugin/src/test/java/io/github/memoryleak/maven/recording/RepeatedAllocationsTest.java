package io.github.memoryleak.maven.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings with each kind of allocation event, and with several. */
class RepeatedAllocationsTest {
  private static final String IN_NEW_BUFFER = "jdk.ObjectAllocationInNewTLAB";
  private static final String OUTSIDE = "jdk.ObjectAllocationOutsideTLAB";
  private static final String SAMPLE = "jdk.ObjectAllocationSample";
  private static final Map<String, String> SIZES =
      Map.of(IN_NEW_BUFFER, "tlabSize", OUTSIDE, "allocationSize", SAMPLE, "weight");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"off", "150/s"})
  void what_buffers_and_samples_tell_of_the_same_allocation_counts_once(String throttle)
      throws IOException {
    Path file = record("both.jfr", throttle, List.of(IN_NEW_BUFFER, OUTSIDE, SAMPLE));
    Map<String, Long> told = told(file);
    assertThat(told.get(SAMPLE)).isPositive();
    assertThat(total(file)).isEqualTo(told.get(IN_NEW_BUFFER) + told.get(OUTSIDE));
  }

  @Test
  void what_lies_outside_of_buffers_counts_beside_them() throws IOException {
    Path file = record("buffers.jfr", List.of(IN_NEW_BUFFER, OUTSIDE));
    Map<String, Long> told = told(file);
    assertThat(total(file)).isEqualTo(told.get(IN_NEW_BUFFER) + told.get(OUTSIDE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "150/s"})
  void samples_count_where_what_fills_buffers_is_not_told(String throttle) throws IOException {
    Path file = record("outside.jfr", throttle, List.of(OUTSIDE, SAMPLE));
    Map<String, Long> told = told(file);
    assertThat(told.get(OUTSIDE)).isPositive();
    assertThat(total(file)).isEqualTo(told.get(SAMPLE));
  }

  @Test
  void samples_count_where_there_is_nothing_else() throws IOException {
    Path file = record("samples.jfr", List.of(SAMPLE));
    assertThat(total(file)).isEqualTo(told(file).get(SAMPLE));
  }

  @Test
  void parts_of_a_joined_recording_count_each_by_its_own_events() throws IOException {
    Path samples = record("samples.jfr", List.of(SAMPLE));
    Path both = record("both.jfr", List.of(IN_NEW_BUFFER, OUTSIDE, SAMPLE));
    Path joined = directory.resolve("joined.jfr");
    try (OutputStream out = Files.newOutputStream(joined)) {
      Files.copy(samples, out);
      Files.copy(both, out);
      Files.copy(samples, out);
    }
    assertThat(total(joined)).isEqualTo(2 * total(samples) + total(both));
  }

  private Path record(String name, List<String> events) throws IOException {
    return record(name, "off", events);
  }

  private Path record(String name, String throttle, List<String> events) throws IOException {
    Path file = directory.resolve(name);
    try (jdk.jfr.Recording recording = new jdk.jfr.Recording()) {
      events.forEach(event -> recording.enable(event).with("throttle", throttle));
      recording.start();
      Planted.heavy(300);
      Planted.large(40);
      recording.stop();
      recording.dump(file);
    }
    return file;
  }

  private static long total(Path file) {
    return TopTable.byMethod(Recording.read(file).allocations(), SampleIndex.ALLOC_SPACE).total();
  }

  /** What each kind of event tells, by the JDK's own reader. */
  private static Map<String, Long> told(Path file) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> SIZES.containsKey(name(event)))
        .collect(
            Collectors.groupingBy(
                RepeatedAllocationsTest::name,
                Collectors.summingLong(event -> event.getLong(SIZES.get(name(event))))));
  }

  private static String name(RecordedEvent event) {
    return event.getEventType().getName();
  }
}
