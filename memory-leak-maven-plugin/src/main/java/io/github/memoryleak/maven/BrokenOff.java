package io.github.memoryleak.maven;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.junit.Progress;
import io.github.memoryleak.maven.fork.Watcher;
import io.github.memoryleak.report.ConsoleReport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows where a measurement is, and when the build is ended from outside, what was judged until
 * then.
 *
 * @param outcome writes the reports
 * @param terminal shows the progress
 */
record BrokenOff(Outcome outcome, Terminal terminal) implements Watcher {
  private static final String NOTHING =
      "the measurement was broken off before the tests had run once: nothing was judged, and there"
          + " is no report";

  @Override
  public void show(Progress progress) {
    terminal.show(progress);
  }

  /** The files come first: the build may be killed while it is being ended. */
  @Override
  public void brokenOff(Optional<LeakReport> judged) {
    List<String> lines = judged.map(this::kept).orElse(List.of(NOTHING));
    try {
      terminal.clear();
    } catch (RuntimeException e) {
      // Maven 4 has closed the terminal by now: there is no line to clear.
    }
    // Not System.out, which leads to Maven 4's log, and that to the terminal which is closed.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, Charset.defaultCharset());
    lines.forEach(line -> out.println("leak:test: " + line));
  }

  private List<String> kept(LeakReport judged) {
    List<String> lines = new ArrayList<>();
    judged.problems().stream()
        .filter(problem -> problem.type() == Problem.Type.BROKEN_OFF)
        .map(Problem::message)
        .forEach(lines::add);
    try {
      String headline = ConsoleReport.headline(outcome.keep(judged));
      lines.add(headline + ": " + String.join(", ", outcome.files()));
    } catch (IOException | RuntimeException | LinkageError e) {
      lines.add("the reports over what was judged could not be written: " + e);
    }
    return lines;
  }
}
