package io.github.memoryleak.maven.report;

import io.github.memoryleak.finding.LeakReport;
import java.io.IOException;
import java.nio.file.Path;

/** Reads {@code leak-report.json}. */
public final class LeakReportReader {

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
    return ReportFields.report(new JsonFile(file, "a leak report").read(LeakReport.SCHEMA_VERSION));
  }
}
