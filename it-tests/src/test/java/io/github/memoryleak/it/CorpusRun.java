package io.github.memoryleak.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A case of the corpus that was built and measured.
 *
 * @param subject the case
 * @param verdict the verdict of the report, or {@code ERROR} where there is none
 * @param findings what was found
 * @param seconds how long the build took
 * @param log what the build said
 */
record CorpusRun(
    CorpusCase subject, String verdict, List<Named> findings, long seconds, String log) {

  /** What a finding says, each as one text; empty where it does not say it. */
  record Named(String kind, String type, String holder, String site) {
    static Named of(JsonNode finding) {
      return new Named(
          finding.path("kind").asText(),
          finding.path("type").asText(),
          finding.path("holder").asText("") + " " + joined(finding.path("path")),
          joined(finding.path("site")));
    }

    private static String joined(JsonNode texts) {
      List<String> parts = new ArrayList<>();
      texts.forEach(text -> parts.add(text.asText()));
      return String.join(" > ", parts);
    }

    boolean says(CorpusCase.Expected expected) {
      return kind.equals(expected.kind())
          && in(type, expected.type())
          && in(holder, expected.holder())
          && in(site, expected.site());
    }

    private static boolean in(String text, String expression) {
      return Pattern.compile(expression).matcher(text).find();
    }

    String line() {
      return "%s %s, held by %s, made at %s".formatted(kind, type, holder, site.split(" > ")[0]);
    }
  }

  static CorpusRun of(CorpusCase subject) throws IOException {
    long start = System.nanoTime();
    MavenResult build = CorpusProject.of(subject).run("clean", "leak:test");
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    if (!build.hasReport()) {
      return new CorpusRun(subject, "ERROR", List.of(), seconds, build.output());
    }
    List<Named> findings = new ArrayList<>();
    build.report().get("findings").forEach(finding -> findings.add(Named.of(finding)));
    return new CorpusRun(subject, build.verdict(), findings, seconds, build.output());
  }

  /** {@return whether the verdict is right and a finding of a leak says what leaks, and where} */
  boolean right() {
    if (!subject.leaks()) {
      return verdict.equals("PASS") && findings.isEmpty();
    }
    return verdict.equals("LEAK") && findings.stream().anyMatch(f -> f.says(subject.expected()));
  }

  /**
   * {@return a row of the table: case, variant, verdict, whether it is right, seconds, findings}
   */
  String row() {
    return "%-30s %-8s %-12s %-5s %4d s  %s"
        .formatted(
            subject.id(),
            subject.variant(),
            verdict,
            right() ? "right" : "WRONG",
            seconds,
            findings.stream().map(Named::line).collect(Collectors.joining("; ")));
  }
}
