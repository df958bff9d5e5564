package io.github.memoryleak.maven.report;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.report.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report as SARIF 2.1.0, which code hosts and editors show beside the code. A kind of leak is a
 * rule, a finding a result; its fingerprint makes it the same result from build to build, and
 * accepted leaks are suppressed results.
 *
 * @param report what was measured
 * @param sources where the code is
 */
public record SarifReport(LeakReport report, Sources sources) {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** {@return the document} */
  public String text() {
    return JsonText.of(Fields.of("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run())))
        + "\n";
  }

  private Map<String, Object> run() {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Fields.of("driver", driver()));
    run.put("automationDetails", Fields.of("id", "memory-leaks/" + sources.module() + "/"));
    run.put("columnKind", "utf16CodeUnits");
    run.put("invocations", List.of(invocation()));
    run.put("results", report.findings().stream().map(this::result).toList());
    return run;
  }

  private static Map<String, Object> driver() {
    List<Object> rules = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      rules.add(SarifRules.of(kind));
    }
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "memory-leak-maven-plugin");
    driver.put("rules", rules);
    return driver;
  }

  private Map<String, Object> invocation() {
    Map<String, Object> invocation = new LinkedHashMap<>();
    invocation.put("executionSuccessful", true);
    List<Object> told = new ArrayList<>();
    report.problems().forEach(problem -> told.add(notification(problem)));
    report.notes().forEach(note -> told.add(notification("note", note)));
    if (!told.isEmpty()) {
      invocation.put("toolExecutionNotifications", told);
    }
    return invocation;
  }

  private static Map<String, Object> notification(Problem problem) {
    return notification(
        problem.type() == Problem.Type.TEST_FAILED ? "error" : "warning",
        problem.subject() + ": " + problem.message());
  }

  private static Map<String, Object> notification(String level, String text) {
    return Fields.of("level", level, "message", Fields.of("text", text));
  }

  private Map<String, Object> result(Finding finding) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", SarifRules.id(finding.kind()));
    result.put("ruleIndex", finding.kind().ordinal());
    result.put("level", finding.status() == Status.NEW ? "error" : "note");
    result.put("message", Fields.of("text", FindingWords.message(finding)));
    result.put("locations", List.of(location(finding)));
    result.put("partialFingerprints", Fields.of("memoryLeak/v1", finding.fingerprint()));
    result.put("baselineState", finding.status() == Status.BASELINE ? "unchanged" : "new");
    if (finding.status() != Status.NEW) {
      result.put("suppressions", List.of(suppression(finding.status())));
    }
    if (!finding.site().isEmpty()) {
      result.put("stacks", List.of(stack(finding)));
    }
    result.put("properties", properties(finding));
    return result;
  }

  private static Map<String, Object> suppression(Status status) {
    String by = status == Status.BASELINE ? "the baseline" : "a suppression or its owner";
    return Fields.of(
        "kind", "external", "status", "accepted", "justification", "Accepted by " + by + ".");
  }

  private Map<String, Object> location(Finding finding) {
    return Fields.of(
        "physicalLocation",
        physical(sources.of(finding)),
        "logicalLocations",
        List.of(Fields.of("fullyQualifiedName", finding.type(), "kind", "type")));
  }

  private static Map<String, Object> physical(Sources.Place place) {
    return Fields.of(
        "artifactLocation",
        Fields.of("uri", place.uri(), "uriBaseId", "%SRCROOT%"),
        "region",
        Fields.of("startLine", place.line()));
  }

  private Map<String, Object> stack(Finding finding) {
    return Fields.of(
        "message",
        Fields.of("text", "Where it was created"),
        "frames",
        finding.site().stream().map(this::frame).toList());
  }

  private Map<String, Object> frame(String frame) {
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("message", Fields.of("text", frame));
    sources.ofFrame(frame).ifPresent(place -> location.put("physicalLocation", physical(place)));
    return Fields.of("location", location);
  }

  private static Map<String, Object> properties(Finding finding) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("subject", finding.subject());
    properties.put("countPerLoop", finding.countPerLoop());
    properties.put("bytesPerLoop", finding.bytesPerLoop());
    properties.put("owner", finding.owner());
    properties.put("state", finding.state());
    if (finding.library() != null) {
      properties.put("library", finding.library());
    }
    return properties;
  }
}
