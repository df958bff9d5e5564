package io.github.memoryleak.maven.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recordings, and comparisons of them, as JSON: integers for bytes, counts and nanoseconds. */
public final class RecordingJson {
  private static final double NANOS_PER_SECOND = 1e9;

  private RecordingJson() {}

  /**
   * {@return the document}
   *
   * @param recording the recording
   * @param options what is shown
   */
  public static String of(Recording recording, RecordingText.Options options) {
    List<Allocation> samples = options.focus().of(recording.samples(options.index()));
    TopTable methods = TopTable.byMethod(samples, options.index());
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("kind", "recording");
    json.put("file", recording.file().toString());
    json.put("seconds", recording.nanos() / NANOS_PER_SECOND);
    json.put("testRuns", recording.tests());
    json.put("sampleIndex", options.index().text());
    json.put("total", methods.total());
    json.put("methods", rows(methods, options.top()));
    json.put("classes", rows(TopTable.byType(samples, options.index()), options.top()));
    json.put("tests", rows(TopTable.byTest(samples, options.index()), options.top()));
    json.put("collections", collections(recording.collections()));
    return text(json);
  }

  /**
   * {@return the document}
   *
   * @param found the comparison
   * @param top how many rows each table has
   */
  public static String of(RecordingComparison found, int top) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("kind", "recordingComparison");
    json.put("base", found.base().file().toString());
    json.put("current", found.current().file().toString());
    json.put("per", found.unit());
    json.put("baseBytes", Math.round(found.baseTotal()));
    json.put("currentBytes", Math.round(found.currentTotal()));
    json.put("growth", found.growth());
    json.put("sites", changes(found.sites(), top));
    json.put("classes", changes(found.types(), top));
    return text(json);
  }

  private static List<Map<String, Object>> rows(TopTable table, int top) {
    return table.rows().stream()
        .limit(top)
        .map(
            row -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("name", row.name());
              json.put("flat", row.flat());
              json.put("cumulative", row.cumulative());
              return json;
            })
        .toList();
  }

  private static Map<String, @Nullable Object> collections(Collections seen) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("collectors", seen.names());
    json.put("pauseNanos", seen.pauses());
    json.put("liveBytes", seen.liveSets().stream().map(Collections.LiveSet::bytes).toList());
    json.put("trend", Trend.of(seen.liveSets()).map(RecordingJson::trend).orElse(null));
    return json;
  }

  private static Map<String, Object> trend(Trend trend) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("bytesPerMinute", Math.round(trend.bytesPerMinute()));
    json.put("low", Math.round(trend.low()));
    json.put("high", Math.round(trend.high()));
    json.put("isSignificant", trend.isSignificant());
    return json;
  }

  private static List<Map<String, @Nullable Object>> changes(
      List<RecordingComparison.Change> changes, int top) {
    return changes.stream()
        .limit(top)
        .map(
            change -> {
              Map<String, @Nullable Object> json = new LinkedHashMap<>();
              json.put("name", change.name());
              json.put("baseBytes", Math.round(change.base()));
              json.put("currentBytes", Math.round(change.current()));
              json.put("movedFrom", change.movedFrom().isEmpty() ? null : change.movedFrom());
              return json;
            })
        .toList();
  }

  private static String text(Map<String, @Nullable Object> json) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
