package io.github.memoryleak.maven.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.memoryleak.maven.recording.Planted.Part;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingJsonTest {
  @TempDir private static Path directory;

  private static Recording record(String name, int megabytes) throws IOException {
    return Planted.record(
        directory.resolve(name),
        new Part("com.acme.CartTest#adds", () -> Planted.heavy(megabytes)));
  }

  @Test
  void a_recording_has_the_numbers_of_its_tables() throws IOException {
    Recording recording = record("mem_1.jfr", 40);
    TopTable methods = TopTable.byMethod(recording.allocations(), SampleIndex.ALLOC_SPACE);
    JsonNode json =
        new ObjectMapper()
            .readTree(
                RecordingJson.of(
                    recording, new RecordingText.Options(SampleIndex.ALLOC_SPACE, Focus.ALL, 2)));
    assertThat(json.get("kind").asText()).isEqualTo("recording");
    assertThat(json.get("testRuns").asInt()).isEqualTo(1);
    assertThat(json.get("total").asLong()).isEqualTo(methods.total());
    assertThat(json.get("methods")).hasSize(2);
    assertThat(json.at("/methods/0/name").asText()).isEqualTo(methods.rows().get(0).name());
    assertThat(json.at("/methods/0/flat").asLong()).isEqualTo(methods.rows().get(0).flat());
    assertThat(json.at("/classes/0/name").asText()).isEqualTo("byte[]");
    assertThat(json.at("/tests/0/name").asText()).isEqualTo("com.acme.CartTest#adds");
    assertThat(json.at("/collections/pauseNanos")).hasSize(recording.collections().pauses().size());
  }

  @Test
  void a_comparison_has_both_totals_for_a_test_run() throws IOException {
    RecordingComparison found =
        RecordingComparison.of(record("mem_2.jfr", 20), record("mem_3.jfr", 40));
    JsonNode json = new ObjectMapper().readTree(RecordingJson.of(found, 1));
    assertThat(json.get("kind").asText()).isEqualTo("recordingComparison");
    assertThat(json.get("per").asText()).isEqualTo("test run");
    assertThat(json.get("baseBytes").asLong()).isEqualTo(Math.round(found.baseTotal()));
    assertThat(json.get("currentBytes").asLong()).isEqualTo(Math.round(found.currentTotal()));
    assertThat(json.at("/sites/0/name").asText()).isEqualTo(found.sites().get(0).name());
  }
}
