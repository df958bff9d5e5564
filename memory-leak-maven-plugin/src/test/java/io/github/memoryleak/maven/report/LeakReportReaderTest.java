package io.github.memoryleak.maven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.finding.State;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeakReportReaderTest {

  /** As the contract shows it. */
  private static final String CONTRACT =
      """
      { "schemaVersion": 1,
        "verdict": "LEAK",
        "subjects": [ { "name": "com.acme.CheckoutTest#pay", "verdict": "LEAK", "rounds": 6, "loops": 63,
                        "heapBytes": {"baseline": 14686412, "final": 15581212}, "heapGrowthPercent": 6.1,
                        "threads": {"baseline": 14, "final": 19} } ],
        "findings": [ { "kind": "HEAP", "subject": "com.acme.CheckoutTest#pay", "type": "com.acme.Session",
                        "countPerLoop": 1.0, "bytesPerLoop": 4301, "retainedBytes": 107525,
                        "holder": "static com.acme.Sessions.ACTIVE",
                        "path": ["static com.acme.Sessions.ACTIVE", "java.util.concurrent.ConcurrentHashMap", "com.acme.Session"],
                        "site": ["com.acme.CheckoutService.open(CheckoutService.java:41)"],
                        "state": "HELD", "owner": "APPLICATION", "fingerprint": "5f2c", "status": "NEW" } ] }
      """;

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name_the_file() {
    file = directory.resolve("leak-report.json");
  }

  @Test
  void reads_what_the_contract_shows() throws IOException {
    assertThat(read(CONTRACT))
        .isEqualTo(
            new LeakReport(
                Verdict.LEAK,
                new LeakReport.Environment("unknown", "unknown", "unknown", "unknown", 0),
                List.of(
                    new SubjectResult(
                        "com.acme.CheckoutTest#pay",
                        Verdict.LEAK,
                        null,
                        6,
                        63,
                        new Change(14_686_412, 15_581_212),
                        new Change(14, 19),
                        0)),
                List.of(
                    new Finding(
                        Kind.HEAP,
                        "com.acme.CheckoutTest#pay",
                        "com.acme.Session",
                        1.0,
                        4301,
                        107_525L,
                        null,
                        "static com.acme.Sessions.ACTIVE",
                        List.of(
                            "static com.acme.Sessions.ACTIVE",
                            "java.util.concurrent.ConcurrentHashMap",
                            "com.acme.Session"),
                        List.of("com.acme.CheckoutService.open(CheckoutService.java:41)"),
                        State.HELD,
                        Owner.APPLICATION,
                        "5f2c",
                        Status.NEW,
                        List.of(),
                        List.of())),
                List.of(),
                List.of()));
  }

  @Test
  void ignores_fields_that_it_does_not_know() throws IOException {
    String more = CONTRACT.replace("\"rounds\": 6", "\"rounds\": 6, \"colour\": {\"a\": [1]}");

    assertThat(read(more)).isEqualTo(read(CONTRACT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"rounds\": 6|\"rounds\": 6.5|'subjects[0].rounds' should be an integer, but is 6.5",
        "\"rounds\": 6|\"rounds\": 6000000000|'subjects[0].rounds' should be an integer, but is 6000000000",
        "\"rounds\": 6,||'subjects[0].rounds' is missing, but should be an integer",
        "\"kind\": \"HEAP\"|\"kind\": \"heap\"|'findings[0].kind' should be one of [HEAP, THREAD,"
            + " CLASS_LOADER, METASPACE, DIRECT_BUFFER, FILE_DESCRIPTOR, NATIVE], but is \"heap\"",
        "{\"baseline\": 14, \"final\": 19}|19|'subjects[0].threads' should be an object, but is 19",
        "\"type\": \"com.acme.Session\"|\"type\": null|'findings[0].type' should be a text, but is null",
        "\"countPerLoop\": 1.0|\"countPerLoop\": \"1\"|'findings[0].countPerLoop' should be a number, but is \"1\"",
        "[\"com.acme.CheckoutService.open(CheckoutService.java:41)\"]|[7]|'findings[0].site[0]' should be a text, but is 7",
        "[\"com.acme.CheckoutService.open(CheckoutService.java:41)\"]|\"com.acme.CheckoutService.open(CheckoutService.java:41)\"|"
            + "'findings[0].site' should be an array, but is \"com.acme.CheckoutService.open(CheckoutS..."
      })
  void names_the_field_that_is_wrong(String right, String wrong, String complaint) {
    String json = CONTRACT.replace(right, wrong == null ? "" : wrong);

    assertThatThrownBy(() -> read(json))
        .isInstanceOf(InvalidReportException.class)
        .hasMessage(file + " is not a leak report: " + complaint);
  }

  @Test
  void refuses_another_version() {
    assertThatThrownBy(() -> read("{\"schemaVersion\": 2}"))
        .isInstanceOf(InvalidReportException.class)
        .hasMessage(
            file
                + " has schemaVersion 2, but this version of the plugin reads 1: write it again with"
                + " this version");
  }

  @Test
  void refuses_a_document_without_version() {
    assertThatThrownBy(() -> read("{}"))
        .isInstanceOf(InvalidReportException.class)
        .hasMessage(
            file + " is not a leak report: 'schemaVersion' is missing, but should be an integer");
  }

  @Test
  void refuses_a_document_that_is_no_object() {
    assertThatThrownBy(() -> read("[]"))
        .isInstanceOf(InvalidReportException.class)
        .hasMessage(file + " is not a leak report: The document should be an object, but is []");
  }

  @Test
  void refuses_an_empty_file() {
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(InvalidReportException.class)
        .hasMessage(file + " is not a leak report: it is empty");
  }

  @Test
  void tells_where_the_json_is_broken() {
    assertThatThrownBy(() -> read("{\n  \"schemaVersion\": 1,\n  \"verdict\": PASS\n}\n"))
        .isInstanceOf(InvalidReportException.class)
        .hasMessage(
            file
                + " is not valid JSON: Unrecognized token 'PASS': was expecting (JSON String,"
                + " Number, Array, Object or token 'null', 'true' or 'false')"
                + " (line 3, column 19)");
  }

  @Test
  void refuses_half_a_report() {
    assertThatThrownBy(() -> read(CONTRACT.substring(0, 40)))
        .isInstanceOf(InvalidReportException.class)
        .hasMessage(
            file
                + " is not valid JSON: Unexpected end-of-input in VALUE_STRING"
                + " (line 2, column 19)");
  }

  @Test
  void says_so_when_there_is_no_file() {
    assertThatThrownBy(() -> LeakReportReader.read(file))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(file.toString());
  }

  private LeakReport read(String json) throws IOException {
    Files.writeString(file, json);
    return LeakReportReader.read(file);
  }
}
