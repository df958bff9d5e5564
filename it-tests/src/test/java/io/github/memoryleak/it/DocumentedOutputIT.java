package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the documentation shows of consoles and reports is what builds print and write. */
class DocumentedOutputIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final MarkdownPage README = MarkdownPage.of(ROOT.resolve("README.md"));
  private static final MarkdownPage REPORTS =
      MarkdownPage.of(ROOT.resolve("docs/how-to-read-a-report.md"));

  /** Commas are left over where a page leaves something out. */
  private static final JsonMapper SHORTENED =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();

  @Test
  void the_command_of_the_readme_prints_and_writes_what_the_documentation_shows()
      throws IOException {
    String measure = README.block("sh", 0).split(" -f it-tests/samples/quickstart ")[1];
    MavenResult build = MavenRun.of("quickstart").run(measure.split(" "));
    assertThat(shown(README, 0, build)).isEqualTo(build.console());
    assertThat(shown(REPORTS, 0, build)).isEqualTo(build.console());
    assertThat(build.exit()).isZero();
    showsTheJson(build.report());
    Path reports = build.directory().resolve("target/leak-reports");
    String xml = Files.readString(reports.resolve("TEST-com.acme.shop.CheckoutTest.leak.xml"));
    assertThat(Normaliser.junit(REPORTS.block("xml", 0))).isEqualTo(Normaliser.junit(xml.strip()));
  }

  @Test
  void a_leaking_pool_prints_what_the_documentation_shows() {
    MavenResult build = MavenRun.of("executor-never-shut-down").run("leak:test");
    assertThat(shown(REPORTS, 1, build)).isEqualTo(build.console());
  }

  @Test
  void files_that_stay_open_print_what_the_documentation_shows() {
    MavenResult build = MavenRun.of("files-never-closed").run("leak:test");
    assertThat(shown(REPORTS, 2, build)).isEqualTo(build.console());
  }

  @Test
  void native_memory_that_is_not_freed_prints_what_the_documentation_shows() {
    MavenResult build = MavenRun.of("native-memory-never-freed").run("leak:test");
    assertThat(build.console()).contains(shown(REPORTS, 3, build));
  }

  @Test
  void a_failing_test_prints_what_the_documentation_shows() {
    MavenResult build = MavenRun.of("failing-test").run("leak:test");
    assertThat(shown(REPORTS, 4, build)).isEqualTo(build.console());
  }

  /** A real output in a page, without what differs from run to run. */
  private static String shown(MarkdownPage page, int index, MavenResult build) {
    return Normaliser.of(build.directory()).normalise(page.block("text", index).lines().toList());
  }

  private static void showsTheJson(JsonNode report) throws IOException {
    String kept = REPORTS.block("json", 0).replaceAll("(?m)^\\s*\\.\\.\\.,?\\n", "");
    JsonNode page = withoutNumbers(SHORTENED.readTree("{" + kept + "}"));
    JsonNode written = withoutNumbers(report);
    JsonNode subject = page.at("/subjects/0");
    assertThat(written.get("subjects")).contains(subject);
    assertThat(page.get("findings")).isEqualTo(written.get("findings"));
    assertThat(StreamSupport.stream(written.at("/findings").spliterator(), false))
        .extracting(finding -> finding.get("subject"))
        .containsExactly(subject.get("name"));
  }

  /** Numbers differ from run to run, and so do the classes that grow along. */
  private static JsonNode withoutNumbers(JsonNode node) throws IOException {
    JsonNode copy =
        SHORTENED.readTree(
            node.toString().replaceAll("(?<=[:\\[,])-?\\d[\\d.E-]*(?=[,}\\]])", "0"));
    for (JsonNode growing : copy.findValues("growing")) {
      ArrayNode types = (ArrayNode) growing;
      while (types.size() > 1) {
        types.remove(types.size() - 1);
      }
    }
    return copy;
  }
}
