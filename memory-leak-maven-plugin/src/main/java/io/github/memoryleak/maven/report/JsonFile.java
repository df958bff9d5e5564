package io.github.memoryleak.maven.report;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JSON document that this plugin reads, with its version.
 *
 * @param path where it is
 * @param what what it should be: {@code a leak report}
 */
record JsonFile(Path path, String what) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * {@return the top of the document}
   *
   * @param version the version that is understood
   * @throws InvalidReportException when the file holds something else; the message says where
   * @throws IOException when it cannot be read
   */
  JsonCursor read(long version) throws IOException {
    JsonCursor top = JsonCursor.top(path.toString(), what, parse());
    long written = top.get("schemaVersion").integer();
    if (written != version) {
      throw new InvalidReportException(
          "%s has schemaVersion %d, but this version of the plugin reads %d: write it again with this version"
              .formatted(path, written, version));
    }
    return top;
  }

  private JsonNode parse() throws IOException {
    byte[] content = Files.readAllBytes(path);
    try {
      JsonNode node = MAPPER.readTree(content);
      if (node.isMissingNode()) {
        throw new InvalidReportException(path + " is not " + what + ": it is empty");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw broken(e.getOriginalMessage() + position(e.getLocation()));
    } catch (CharConversionException e) {
      throw broken("the bytes are no text, " + e.getMessage());
    }
  }

  private InvalidReportException broken(String problem) {
    String line = problem.lines().findFirst().orElse("");
    return new InvalidReportException(path + " is not valid JSON: " + line);
  }

  private static String position(JsonLocation location) {
    return location == null
        ? ""
        : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
  }
}
