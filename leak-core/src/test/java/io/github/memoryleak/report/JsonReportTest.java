package io.github.memoryleak.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir Path directory;

  @Test
  void has_the_form_of_the_contract() {
    LeakReport report =
        Samples.report(
            Verdict.LEAK,
            List.of(Samples.CART, Samples.CHECKOUT),
            List.of(Samples.SESSIONS, Samples.WORKERS),
            List.of(Samples.problem(Problem.Type.EXITED, "It ended the JVM.", "at x")),
            "a note");

    Approved.check("report.json", JsonReport.toJson(report));
  }

  @Test
  void of_nothing_has_every_field() {
    String json = JsonReport.toJson(Samples.report(Verdict.PASS, List.of(), List.of(), List.of()));

    assertThat(json)
        .isEqualTo(
            """
            {
              "schemaVersion": 1,
              "verdict": "PASS",
              "subjects": [],
              "findings": [],
              "problems": [],
              "notes": [],
              "environment": {
                "javaVersion": "17.0.15",
                "jvm": "OpenJDK 64-Bit Server VM",
                "collector": "G1",
                "startedAt": "2026-11-23T05:00:00Z",
                "millis": 42345,
                "foreignThreads": [{"owner": "the JVM and the JDK", "threads": 6}, {"owner": "this measurement", "threads": 1}]
              }
            }
            """);
  }

  @Test
  void is_written_as_it_is_printed() throws IOException {
    LeakReport report =
        Samples.report(Verdict.PASS, List.of(Samples.CART), List.of(), List.of(), "Grüße");
    Path file = directory.resolve("new/leak-report.json");

    JsonReport.write(report, file);

    assertThat(file).hasContent(JsonReport.toJson(report));
    assertThat(Files.list(file.getParent())).containsExactly(file);
  }

  @Test
  void refuses_a_number_that_json_cannot_hold() {
    Finding finding = Samples.heap("com.acme.A", Double.NaN, 16, Status.NEW);
    LeakReport report = Samples.report(Verdict.LEAK, List.of(), List.of(finding), List.of());

    assertThatThrownBy(() -> JsonReport.toJson(report))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("JSON has no number NaN");
  }

  @Property(tries = 300)
  void a_parser_reads_back_what_went_in(@ForAll long seed) throws IOException {
    LeakReport report = new AnyReport(seed).report();

    JsonNode document = MAPPER.readTree(JsonReport.toJson(report));

    assertThat(document).isEqualTo(MAPPER.readTree(tree(report).toString()));
  }

  @Property
  void rounds_the_percentage_to_one_decimal(@ForAll int baseline, @ForAll int last) {
    SubjectResult subject =
        new SubjectResult(
            "a", Verdict.PASS, null, 1, 1, new Change(baseline, last), new Change(1, 1), 1);

    String json =
        JsonReport.toJson(Samples.report(Verdict.PASS, List.of(subject), List.of(), List.of()));

    Matcher matcher = Pattern.compile("\"heapGrowthPercent\": (-?[0-9]+\\.[0-9]),").matcher(json);
    assertThat(matcher.find()).isTrue();
    assertThat(Double.parseDouble(matcher.group(1)))
        .isCloseTo(subject.heapGrowthPercent(), within(0.0501));
  }

  @Property(tries = 300)
  void holds_no_raw_control_character_and_no_half_of_a_character(@ForAll long seed) {
    String json = JsonReport.toJson(new AnyReport(seed).report());

    assertThat(json.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
    assertThat(json.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
    assertThat(json).endsWith("}\n");
  }

  /** The same document, built by the library from the records. */
  private static ObjectNode tree(LeakReport report) {
    ObjectNode top = MAPPER.createObjectNode();
    top.put("schemaVersion", 1);
    top.put("verdict", report.verdict().name());
    ArrayNode subjects = top.putArray("subjects");
    report.subjects().forEach(s -> subjects.add(tree(s)));
    top.set("findings", MAPPER.valueToTree(report.findings()));
    top.set("problems", MAPPER.valueToTree(report.problems()));
    top.set("notes", MAPPER.valueToTree(report.notes()));
    top.set("environment", MAPPER.valueToTree(report.environment()));
    return top;
  }

  private static ObjectNode tree(SubjectResult subject) {
    ObjectNode node = MAPPER.valueToTree(subject);
    node.set("heapBytes", tree(subject.heapBytes()));
    node.set("threads", tree(subject.threads()));
    node.put(
        "heapGrowthPercent",
        BigDecimal.valueOf(subject.heapGrowthPercent())
            .setScale(1, RoundingMode.HALF_UP)
            .doubleValue());
    return node;
  }

  private static ObjectNode tree(Change change) {
    return MAPPER.createObjectNode().put("baseline", change.baseline()).put("final", change.last());
  }
}
