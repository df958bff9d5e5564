package io.github.memoryleak.report;

import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.Leak;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report as text for people: a line for each subject, the most important findings, what went
 * wrong, and where to go from there.
 *
 * @param report what was measured
 * @param files the files to look at, as they are to be shown; may be empty
 * @param nextCommand the command to run next, or {@code null} when there is none
 * @param charset the charset of the place where the lines go; what it cannot encode is replaced
 */
public record ConsoleReport(
    LeakReport report, List<String> files, @Nullable String nextCommand, Charset charset) {

  private static final int MAX_FINDINGS = 5;

  /** Copies the files. */
  public ConsoleReport {
    files = List.copyOf(files);
  }

  /** {@return the lines of the report from top to bottom} */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>(SubjectLines.of(report));
    addFindings(lines);
    for (Problem problem : report.problems()) {
      addBlock(lines, ProblemText.of(problem));
    }
    addBlock(lines, notes());
    addBlock(lines, summary());
    return lines.stream().map(new Encodable(charset)::line).toList();
  }

  /**
   * {@return the result in one line, for instance {@code 2 leaks in 1 of 12 subjects, 1
   * inconclusive}}
   *
   * @param report what was measured
   */
  public static String headline(LeakReport report) {
    return Summary.of(report);
  }

  /**
   * {@return how many live threads were not judged, and whose they are: {@code 6 threads of the JVM
   * and the JDK, 1 of this measurement}; empty when there are none}
   *
   * @param report what was measured
   */
  public static Optional<String> threadsNotJudged(LeakReport report) {
    return Summary.threadsNotJudged(report);
  }

  private void addFindings(List<Line> lines) {
    List<Leak> leaks = report.leaks();
    for (int i = 0; i < Math.min(MAX_FINDINGS, leaks.size()); i++) {
      Leak leak = leaks.get(i);
      addBlock(lines, List.of(FindingText.headline(i + 1, leak.finding())));
      lines.addAll(FindingText.of(leak));
    }
    if (leaks.size() > MAX_FINDINGS) {
      String rest = Units.count(leaks.size() - MAX_FINDINGS, "more leak", "more leaks");
      addBlock(lines, List.of(new LineBuilder(Line.Level.ERROR).plain("... and " + rest).line()));
    }
  }

  private List<Line> notes() {
    return report.notes().stream()
        .map(note -> new LineBuilder(Line.Level.WARN).faint("Note: ").plain(note).line())
        .toList();
  }

  private List<Line> summary() {
    List<Line> lines = new ArrayList<>();
    String circumstances = " (" + Summary.circumstances(report) + ")";
    lines.add(info().strong(headline(report)).faint(circumstances).line());
    threadsAside()
        .ifPresent(threads -> lines.add(info().faint("Not judged: ").plain(threads).line()));
    String label = "Reports: ";
    for (String file : files) {
      lines.add(info().faint(label).plain(file).line());
      label = " ".repeat(label.length());
    }
    if (nextCommand != null) {
      lines.add(info().faint("Next:    ").plain(nextCommand).line());
    }
    return lines;
  }

  /** Who reads of a leak of threads counts threads; everybody else has no use for the line. */
  private Optional<String> threadsAside() {
    boolean isTopic = report.leaks().stream().anyMatch(l -> l.finding().kind() == Kind.THREAD);
    return isTopic ? threadsNotJudged(report) : Optional.empty();
  }

  private static LineBuilder info() {
    return new LineBuilder(Line.Level.INFO);
  }

  /** Sets a block off from what is above it. */
  private static void addBlock(List<Line> lines, List<Line> block) {
    if (!block.isEmpty() && !lines.isEmpty()) {
      lines.add(new Line(block.get(0).level(), List.of()));
    }
    lines.addAll(block);
  }
}
