package io.github.memoryleak.maven.report;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Leak;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.report.ConsoleReport;
import io.github.memoryleak.report.Details;
import io.github.memoryleak.report.Units;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The report where GitHub Actions shows it: annotations beside the code, and a table in the summary
 * of the job.
 *
 * @param report what was measured
 * @param sources where the code is
 * @param failOnLeak whether leaks are errors; else they are warnings
 */
public record GitHubActions(LeakReport report, Sources sources, boolean failOnLeak) {
  /** GitHub shows so many of a kind for a step, and drops the others without a word. */
  private static final int MAX_ANNOTATIONS = 10;

  /** Above it GitHub refuses the summary of the whole step. */
  private static final long MAX_SUMMARY = 1 << 20;

  /**
   * {@return whether this is a build of GitHub Actions}
   *
   * @param environment the build's environment variables
   */
  public static boolean isHere(Map<String, String> environment) {
    return "true".equals(environment.get("GITHUB_ACTIONS"));
  }

  /** {@return a workflow command for each leak that counts, ten at most} */
  public List<String> annotations() {
    List<Finding> counting = counting();
    List<String> lines = new ArrayList<>();
    counting.stream().limit(MAX_ANNOTATIONS).map(this::annotation).forEach(lines::add);
    return lines;
  }

  private List<Finding> counting() {
    return report.leaks().stream().map(Leak::finding).toList();
  }

  private String annotation(Finding finding) {
    Sources.Place place = sources.of(finding);
    return "::%s file=%s,line=%d,title=%s::%s"
        .formatted(
            failOnLeak ? "error" : "warning",
            property(place.path()),
            place.line(),
            property("Memory leak: " + finding.type()),
            data(FindingWords.message(finding)));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /**
   * Adds the table to the summary of the step, where there is one and it has room.
   *
   * @param environment the build's environment variables
   * @return a sentence when there was no room
   * @throws IOException when the file cannot be written
   */
  public Optional<String> summarize(Map<String, String> environment) throws IOException {
    @Nullable String name = environment.get("GITHUB_STEP_SUMMARY");
    if (name == null || name.isBlank()) {
      return Optional.empty();
    }
    Path file = Path.of(name);
    byte[] text = summary().getBytes(StandardCharsets.UTF_8);
    long before = Files.exists(file) ? Files.size(file) : 0;
    if (before + text.length > MAX_SUMMARY) {
      return Optional.of(
          "The summary of the step has no room for %s: GitHub takes %s at most."
              .formatted(Units.bytes(text.length), Units.bytes(MAX_SUMMARY)));
    }
    Files.write(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return Optional.empty();
  }

  String summary() {
    StringBuilder out = new StringBuilder("### Memory leaks: ");
    out.append(report.verdict()).append("\n\n").append(cell(ConsoleReport.headline(report)));
    out.append(".\n\n");
    List<Finding> counting = counting();
    if (!counting.isEmpty()) {
      out.append("| Leak | Growth | Shown by | Held by | Created at |\n|---|---|---|---|---|\n");
      counting.forEach(finding -> out.append(row(finding)));
      out.append('\n');
    }
    report.subjects().stream()
        .filter(s -> s.verdict() == Verdict.INCONCLUSIVE)
        .map(s -> "- INCONCLUSIVE " + code(s.name()) + ": " + cell(String.valueOf(s.reason())))
        .forEach(line -> out.append(line).append('\n'));
    return out.append('\n').toString();
  }

  private String row(Finding finding) {
    Sources.Place place = sources.of(finding);
    return "| %s %s | %s | %s | %s | %s |\n"
        .formatted(
            finding.kind(),
            code(finding.type()),
            cell(Details.amount(finding)),
            code(finding.subject()),
            finding.holder() == null ? "" : code(finding.holder()),
            finding.site().isEmpty() ? "" : code(place.path() + ":" + place.line()));
  }

  private static String code(String text) {
    return "<code>" + cell(text) + "</code>";
  }

  /** Text that neither ends the cell nor is taken for a mark. */
  private static String cell(String text) {
    return HtmlText.escaped(text).replace("|", "&#124;").replace("\n", " ").replace("\r", " ");
  }
}
