package io.github.memoryleak.maven.report;

import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.Suppression;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Suppressions as a file in version control.
 *
 * @param path where it is
 */
public record SuppressionFile(Path path) {
  private static final int SCHEMA_VERSION = 1;

  /**
   * {@return the suppressions in their order}
   *
   * @throws InvalidReportException when the file holds something else; the message says where
   * @throws IOException when it cannot be read
   */
  public List<Suppression> read() throws IOException {
    return new JsonFile(path, "a file of suppressions")
        .read(SCHEMA_VERSION)
        .get("suppressions")
        .list(SuppressionFile::suppression);
  }

  private static Suppression suppression(JsonCursor c) throws InvalidReportException {
    JsonCursor kind = c.get("kind");
    try {
      return new Suppression(
          kind.isAbsent() ? null : kind.constant(Kind.class),
          c.get("type").textOrNull(),
          c.get("holder").textOrNull(),
          c.get("subject").textOrNull(),
          c.get("reason").text(),
          c.get("owner").text(),
          date(c.get("until")));
    } catch (IllegalArgumentException e) {
      throw c.broken("a suppression that " + e.getMessage());
    }
  }

  private static @Nullable LocalDate date(JsonCursor c) throws InvalidReportException {
    String text = c.textOrNull();
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw c.expected("a date such as 2027-01-31");
    }
  }
}
