package io.github.memoryleak.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.report.AnyReport;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SarifReportTest {
  private static JsonNode run(LeakReport report) throws IOException {
    JsonNode top =
        new ObjectMapper().readTree(new SarifReport(report, SampleReport.SOURCES).text());
    assertThat(top.get("version").asText()).isEqualTo("2.1.0");
    assertThat(top.get("runs")).hasSize(1);
    return top.at("/runs/0");
  }

  @Test
  void a_leak_is_an_error_with_its_place_and_its_fingerprint() throws IOException {
    JsonNode result = run(SampleReport.of(SampleReport.leak(Status.NEW))).at("/results/0");
    assertThat(result.get("ruleId").asText()).isEqualTo("memory-leak/heap");
    assertThat(result.get("level").asText()).isEqualTo("error");
    assertThat(result.at("/message/text").asText())
        .isEqualTo(
            "com.acme.Session: +1 instance, +24 B per loop, in com.acme.CheckoutTest#pay, held by"
                + " static com.acme.Sessions.ACTIVE. It is never removed. Remove it.");
    assertThat(result.at("/partialFingerprints/memoryLeak~1v1").asText()).isEqualTo("5f2c");
    assertThat(result.get("baselineState").asText()).isEqualTo("new");
    assertThat(result.has("suppressions")).isFalse();
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("shop/pom.xml");
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(1);
    assertThat(result.at("/stacks/0/frames/0/location/message/text").asText())
        .isEqualTo("com.acme.Sessions.<init>(Sessions.java:12)");
  }

  @Test
  void accepted_leaks_are_suppressed_results() throws IOException {
    JsonNode results =
        run(SampleReport.of(
                SampleReport.leak(Status.BASELINE), SampleReport.leak(Status.SUPPRESSED)))
            .get("results");
    for (JsonNode result : results) {
      assertThat(result.get("level").asText()).isEqualTo("note");
      assertThat(result.at("/suppressions/0/kind").asText()).isEqualTo("external");
    }
    assertThat(results.at("/0/baselineState").asText()).isEqualTo("unchanged");
    assertThat(results.at("/0/suppressions/0/justification").asText())
        .isEqualTo("Accepted by the baseline.");
  }

  @Test
  void what_could_not_be_measured_and_notes_are_notifications() throws IOException {
    JsonNode told = run(SampleReport.of()).at("/invocations/0/toolExecutionNotifications");
    assertThat(told.at("/0/level").asText()).isEqualTo("warning");
    assertThat(told.at("/0/message/text").asText())
        .isEqualTo("com.acme.HungTest: did not end in 10 min");
    assertThat(told.at("/1/level").asText()).isEqualTo("note");
  }

  /** The rules of the schema for what the document uses, with anything in it. */
  @Property(tries = 200)
  void any_report_keeps_the_rules_of_the_schema(@ForAll long seed) throws IOException {
    JsonNode run = run(new AnyReport(seed).report());
    JsonNode rules = run.at("/tool/driver/rules");
    assertThat(rules).hasSize(Kind.values().length);
    Set<String> ids = new HashSet<>();
    rules.forEach(rule -> assertThat(ids.add(rule.get("id").asText())).isTrue());
    assertThat(run.at("/invocations/0/executionSuccessful").isBoolean()).isTrue();
    for (JsonNode result : run.get("results")) {
      String rule = rules.get(result.get("ruleIndex").asInt()).get("id").asText();
      assertThat(result.get("ruleId").asText()).isEqualTo(rule);
      assertThat(result.get("level").asText()).isIn("error", "note");
      assertThat(result.get("baselineState").asText()).isIn("new", "unchanged");
      assertThat(result.at("/message/text").isTextual()).isTrue();
      assertThat(result.get("locations")).hasSize(1);
      assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isPositive();
    }
  }
}
