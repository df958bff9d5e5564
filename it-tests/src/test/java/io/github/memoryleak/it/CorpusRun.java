package io.github.memoryleak.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A case of the corpus that was built and measured.
 *
 * @param subject the case
 * @param verdict the verdict of the report, or {@code ERROR} where there is none
 * @param findings what was found, as {@code HEAP com.acme.Session}
 * @param seconds how long the build took
 * @param log what the build said
 */
record CorpusRun(
    CorpusCase subject, String verdict, List<String> findings, long seconds, String log) {

  static CorpusRun of(CorpusCase subject) throws IOException {
    long start = System.nanoTime();
    MavenResult build = CorpusProject.of(subject).run("clean", "leak:test");
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    if (!build.hasReport()) {
      return new CorpusRun(subject, "ERROR", List.of(), seconds, build.output());
    }
    JsonNode findings = build.report().get("findings");
    List<String> names =
        findings.findParents("type").stream()
            .filter(finding -> finding.has("kind"))
            .map(finding -> finding.get("kind").asText() + " " + finding.get("type").asText())
            .distinct()
            .toList();
    return new CorpusRun(subject, build.verdict(), names, seconds, build.output());
  }

  /** {@return whether the verdict is right and, of a leak, kind and type are} */
  boolean right() {
    if (!subject.leaks()) {
      return verdict.equals("PASS") && findings.isEmpty();
    }
    Pattern expected = Pattern.compile(subject.kind() + " .*(" + subject.type() + ").*");
    return verdict.equals("LEAK") && findings.stream().anyMatch(expected.asMatchPredicate());
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
            String.join("; ", findings));
  }
}
