package io.github.memoryleak.maven.report;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.memoryleak.finding.LeakReport;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads {@code leak-report.json}. */
public final class LeakReportReader {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private LeakReportReader() {}

  /**
   * Reads a report. Fields that are not known are ignored.
   *
   * @param file a file that {@link io.github.memoryleak.report.JsonReport} wrote
   * @return the report
   * @throws InvalidReportException when the file holds something else; the message says where
   * @throws java.nio.file.NoSuchFileException when there is no such file
   * @throws IOException when it cannot be read
   */
  public static LeakReport read(Path file) throws IOException {
    JsonCursor top = JsonCursor.top(file.toString(), parse(file));
    JsonCursor version = top.get("schemaVersion");
    if (version.integer() != LeakReport.SCHEMA_VERSION) {
      throw new InvalidReportException(
          "%s has schemaVersion %d, but this version of the plugin reads %d: write it again with this version"
              .formatted(file, version.integer(), LeakReport.SCHEMA_VERSION));
    }
    return ReportFields.report(top);
  }

  private static JsonNode parse(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    try {
      JsonNode node = MAPPER.readTree(content);
      if (node.isMissingNode()) {
        throw new InvalidReportException(file + " is not a leak report: it is empty");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw broken(file, e.getOriginalMessage() + position(e.getLocation()));
    } catch (CharConversionException e) {
      throw broken(file, "the bytes are no text, " + e.getMessage());
    }
  }

  private static InvalidReportException broken(Path file, String problem) {
    String line = problem.lines().findFirst().orElse("");
    return new InvalidReportException(file + " is not valid JSON: " + line);
  }

  private static String position(JsonLocation location) {
    return location == null
        ? ""
        : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
  }
}
