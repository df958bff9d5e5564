package io.github.memoryleak.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.report.AnyReport;
import io.github.memoryleak.report.JsonReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RoundTripTest {

  @Property(tries = 300)
  void what_is_written_is_read_back(@ForAll long seed) throws IOException {
    LeakReport report = new AnyReport(seed).report();
    Path file = Files.createTempFile("leak-report", ".json");
    try {
      JsonReport.write(report, file);

      assertThat(LeakReportReader.read(file)).isEqualTo(report);
    } finally {
      Files.delete(file);
    }
  }
}
