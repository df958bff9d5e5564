package io.github.memoryleak.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.report.AnyReport;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteXmlTest {

  @Property(tries = 200)
  void is_valid_whatever_the_report_holds(@ForAll long seed) throws IOException {
    LeakReport report = new AnyReport(seed).report();
    Path directory = Files.createTempDirectory("leak-reports");
    try {
      List<Path> files = JUnitXmlReport.write(report, directory);

      assertThat(files).allSatisfy(XmlCheck::isValid);
      assertThat(Files.list(directory)).containsExactlyInAnyOrderElementsOf(files);
    } finally {
      delete(directory);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "plain,plain",
    "'a\tb\nc','a\tb\nc'",
    "'a\u0000b\u001bc','a\ufffdb\ufffdc'",
    "'\ud83d\ude00','\ud83d\ude00'",
    "'\uffff\ufffe','\ufffd\ufffd'",
    "é漢,é漢"
  })
  void replaces_what_xml_cannot_hold(String text, String legal) {
    assertThat(SuiteXml.legal(text)).isEqualTo(legal);
  }

  private static void delete(Path directory) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
