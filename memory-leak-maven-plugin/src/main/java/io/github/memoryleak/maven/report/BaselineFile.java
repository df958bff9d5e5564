package io.github.memoryleak.maven.report;

import io.github.memoryleak.finding.Baseline;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.report.JsonText;
import io.github.memoryleak.report.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The accepted leaks as a file in version control, one object for each.
 *
 * @param path where it is
 */
public record BaselineFile(Path path) {
  private static final int SCHEMA_VERSION = 1;

  /**
   * {@return the accepted leaks; none when there is no such file}
   *
   * @throws InvalidReportException when the file holds something else; the message says where
   * @throws IOException when it cannot be read
   */
  public Baseline read() throws IOException {
    if (!Files.exists(path)) {
      return Baseline.EMPTY;
    }
    return new Baseline(
        new JsonFile(path, "a baseline")
            .read(SCHEMA_VERSION)
            .get("accepted")
            .list(BaselineFile::entry));
  }

  private static Baseline.Entry entry(JsonCursor c) throws InvalidReportException {
    return new Baseline.Entry(
        c.get("fingerprint").text(),
        c.get("kind").constant(Kind.class),
        c.get("subject").text(),
        c.get("type").text(),
        c.get("holder").textOrNull(),
        c.get("countPerLoop").number(),
        c.get("bytesPerLoop").integer(),
        c.get("reason").textOrNull());
  }

  /**
   * Writes accepted leaks, whole or not at all.
   *
   * @param baseline the leaks
   * @throws IOException when the file cannot be written
   */
  public void write(Baseline baseline) throws IOException {
    Map<String, Object> top = new LinkedHashMap<>();
    top.put("schemaVersion", SCHEMA_VERSION);
    top.put("accepted", baseline.entries().stream().map(BaselineFile::object).toList());
    WholeFile.write(path, JsonText.of(top) + "\n");
  }

  private static Map<String, @Nullable Object> object(Baseline.Entry e) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("fingerprint", e.fingerprint());
    map.put("kind", e.kind());
    map.put("subject", e.subject());
    map.put("type", e.type());
    map.put("holder", e.holder());
    map.put("countPerLoop", e.countPerLoop());
    map.put("bytesPerLoop", e.bytesPerLoop());
    map.put("reason", e.reason());
    return map;
  }
}
