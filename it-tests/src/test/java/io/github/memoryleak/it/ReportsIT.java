package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files that a failed build leaves for other tools. */
class ReportsIT {
  @Test
  void are_written_before_the_build_fails() throws IOException {
    MavenResult build = MavenRun.of("static-list-leak").run("leak:test");
    assertThat(build.exit()).isEqualTo(1);
    assertThat(filesIn(build.directory().resolve("target/leak-reports")))
        .containsExactly(
            "TEST-com.acme.CartTest.leak.xml",
            "TEST-com.acme.CheckoutTest.leak.xml",
            "leak-report.html",
            "leak-report.json",
            "leak-report.sarif");
    hasTheFieldsOfTheContract(build.report());
    Path reports = build.directory().resolve("target/leak-reports");
    showsTheLeakAsAFailure(
        Files.readString(reports.resolve("TEST-com.acme.CheckoutTest.leak.xml")));
    showsTheLeakBesideTheCode(
        new ObjectMapper().readTree(reports.resolve("leak-report.sarif").toFile()));
    assertThat(Files.readString(reports.resolve("leak-report.html")))
        .contains("<dt>Held by</dt><dd><code>static com.acme.Sessions.ACTIVE</code></dd>")
        .contains("com.acme.Sessions.open(Sessions.java:12)")
        .contains("<td class=\"PASS\">PASS</td><td class=\"name\">com.acme.CartTest</td>");
  }

  @Test
  void a_build_of_github_actions_has_annotations_and_a_summary() throws IOException {
    MavenRun project = MavenRun.of("static-list-leak");
    Path summary = project.directory().resolve("summary.md");
    project
        .with("GITHUB_ACTIONS", "true")
        .with("GITHUB_WORKSPACE", project.directory().toString())
        .with("GITHUB_STEP_SUMMARY", summary.toString());
    MavenResult build = project.run("leak:test");
    assertThat(build.output().lines().filter(line -> line.startsWith("::")))
        .singleElement()
        .asString()
        .startsWith("::error file=")
        .contains(
            "src/main/java/com/acme/Sessions.java,line=12,title=Memory leak%3A com.acme.Session::com.acme.Session: +1 instance");
    assertThat(Files.readString(summary))
        .startsWith("### Memory leaks: LEAK\n\n1 leak in 1 of 2 subjects.\n");
    Files.delete(summary);
    MavenResult silent = project.run("leak:test", "-Dleak.githubAnnotations=false");
    assertThat(silent.output().lines().filter(line -> line.startsWith("::"))).isEmpty();
    assertThat(summary).doesNotExist();
  }

  private static void showsTheLeakBesideTheCode(JsonNode sarif) {
    assertThat(sarif.at("/runs/0/results")).hasSize(1);
    JsonNode result = sarif.at("/runs/0/results/0");
    assertThat(result.get("ruleId").asText()).isEqualTo("memory-leak/heap");
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText())
        .endsWith("src/main/java/com/acme/Sessions.java");
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(12);
  }

  private static void hasTheFieldsOfTheContract(JsonNode report) {
    assertThat(report.get("schemaVersion").asInt()).isEqualTo(1);
    JsonNode subject = report.at("/subjects/1");
    assertThat(subject.get("name").asText()).isEqualTo("com.acme.CheckoutTest#pay");
    assertThat(subject.at("/heapBytes/baseline").asLong()).isPositive();
    assertThat(subject.at("/heapBytes/final").asLong()).isPositive();
    assertThat(subject.get("loops").asInt()).isGreaterThanOrEqualTo(subject.get("rounds").asInt());
    JsonNode finding = report.at("/findings/0");
    assertThat(finding.get("bytesPerLoop").asInt()).isBetween(16, 32);
    assertThat(finding.get("holder").asText()).isEqualTo("static com.acme.Sessions.ACTIVE");
    assertThat(finding.get("retainedBytesPerLoop").asInt()).isEqualTo(16);
    assertThat(finding.get("state").asText()).isEqualTo("HELD");
    assertThat(finding.get("owner").asText()).isEqualTo("APPLICATION");
    assertThat(finding.get("status").asText()).isEqualTo("NEW");
    assertThat(finding.get("fingerprint").asText()).matches("[0-9a-f]{16,}");
  }

  private static void showsTheLeakAsAFailure(String xml) {
    assertThat(Normaliser.junit(xml))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="com.acme.CheckoutTest" time="" tests="1" errors="0" skipped="0" failures="1">
              <testcase name="pay [leak]" classname="com.acme.CheckoutTest" time="">
                <failure message="com.acme.Session: +1 instance, <bytes> per loop" type="LEAK.HEAP">
            com.acme.Session: +1 instance, <bytes> per loop
               seen in   com.acme.CheckoutTest#pay
               held by   static com.acme.Sessions.ACTIVE
                         → java.util.ArrayList
                         → com.acme.Session
               retained  <bytes> kept alive in all
               created   at com.acme.Sessions.open(Sessions.java:12)
                         at com.acme.CheckoutTest.pay(CheckoutTest.java:10)
            </failure>
                <system-out>LEAK com.acme.CheckoutTest#pay: Heap, Threads</system-out>
              </testcase>
            </testsuite>
            """);
  }

  private static List<String> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.endsWith(".leak-files"))
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
