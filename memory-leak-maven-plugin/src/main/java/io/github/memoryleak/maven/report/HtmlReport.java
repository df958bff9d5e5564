package io.github.memoryleak.maven.report;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.report.ConsoleReport;
import io.github.memoryleak.report.Details;
import io.github.memoryleak.report.Units;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The report as one page for a browser. It loads nothing: style and all is in the page, and it has
 * no script.
 */
public final class HtmlReport {
  private static final String TEMPLATE = "leak-report.html";

  private final LeakReport report;

  private HtmlReport(LeakReport report) {
    this.report = report;
  }

  /**
   * {@return the page}
   *
   * @param report what was measured
   * @param module the module's name
   */
  public static String of(LeakReport report, String module) {
    HtmlReport page = new HtmlReport(report);
    String[] parts = template().split("\\$\\{body}", -1);
    String head = parts[0].replace("${title}", HtmlText.escaped("Memory leaks in " + module));
    return head + page.body(module) + parts[1];
  }

  private static String template() {
    try (InputStream in = HtmlReport.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IllegalStateException("The plugin's jar has no " + TEMPLATE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String body(String module) {
    StringBuilder out = new StringBuilder();
    out.append(header(module));
    findings(out, "Leaks", Status.NEW);
    problems(out);
    notes(out);
    subjects(out);
    findings(out, "Accepted by the baseline", Status.BASELINE);
    findings(out, "Suppressed, or not counted", Status.SUPPRESSED);
    return out.toString();
  }

  private String header(String module) {
    LeakReport.Environment e = report.environment();
    return """
        <header>
        <p class="verdict %s">%s</p>
        <h1>Memory leaks in %s</h1>
        <p>%s</p>
        <p class="faint">%s, Java %s, %s, %s, %s%s</p>
        </header>
        """
        .formatted(
            report.verdict(),
            report.verdict(),
            text(module),
            text(ConsoleReport.headline(report)),
            text(e.startedAt()),
            text(e.javaVersion()),
            text(e.jvm()),
            text(e.collector()),
            Units.duration(e.millis()),
            text(ConsoleReport.threadsNotJudged(report).map(t -> "; not judged: " + t).orElse("")));
  }

  private void findings(StringBuilder out, String title, Status status) {
    List<Finding> some = report.findings().stream().filter(f -> f.status() == status).toList();
    if (some.isEmpty()) {
      return;
    }
    out.append("<section><h2>").append(title).append("</h2>\n");
    for (Finding finding : some) {
      out.append(HtmlFinding.of(finding, status == Status.NEW));
    }
    out.append("</section>\n");
  }

  private void problems(StringBuilder out) {
    if (report.problems().isEmpty()) {
      return;
    }
    out.append("<section><h2>Not measured</h2>\n");
    for (Problem problem : report.problems()) {
      List<String> lines = new ArrayList<>();
      Details.of(problem).forEach(line -> lines.add(line.text()));
      out.append("<pre>").append(text(String.join("\n", lines))).append("</pre>\n");
    }
    out.append("</section>\n");
  }

  private void notes(StringBuilder out) {
    if (report.notes().isEmpty()) {
      return;
    }
    out.append("<section><h2>Notes</h2><ul>\n");
    report.notes().forEach(note -> out.append("<li>").append(text(note)).append("</li>\n"));
    out.append("</ul></section>\n");
  }

  private void subjects(StringBuilder out) {
    out.append("<section><h2>Subjects</h2><div class=\"wide\"><table>\n<thead><tr><th>Verdict</th>")
        .append("<th>Subject</th><th>Heap</th><th>Growth</th><th>Threads</th><th>Rounds</th>")
        .append("<th>Loops</th><th>Time</th></tr></thead>\n<tbody>\n");
    report.subjects().forEach(subject -> out.append(row(subject)));
    out.append("</tbody></table></div></section>\n");
  }

  private static String row(SubjectResult s) {
    String reason = s.reason() == null ? "" : "<br><small>" + text(s.reason()) + "</small>";
    return "<tr><td class=\"%s\">%s</td><td class=\"name\">%s%s</td>%s</tr>\n"
        .formatted(s.verdict(), s.verdict(), text(s.name()), reason, levels(s));
  }

  private static String levels(SubjectResult s) {
    return number(Units.bytes(s.heapBytes().last()))
        + number(Units.percent(s.heapGrowthPercent()))
        + number(s.threads().baseline() + " \u2192 " + s.threads().last())
        + number(Units.decimal(s.rounds()))
        + number(Units.decimal(s.loops()))
        + number(Units.duration(s.millis()));
  }

  private static String number(String value) {
    return "<td class=\"number\">" + value + "</td>";
  }

  private static String text(String text) {
    return HtmlText.escaped(text);
  }
}
