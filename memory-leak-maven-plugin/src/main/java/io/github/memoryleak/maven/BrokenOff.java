package io.github.memoryleak.maven;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.junit.Progress;
import io.github.memoryleak.maven.fork.Watcher;
import io.github.memoryleak.report.ConsoleReport;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Shows where a measurement is, and when the build is ended from outside, what was judged until
 * then. Maven's log may be gone by that time, so the lines go to standard output as they are.
 *
 * @param outcome writes the reports
 * @param terminal shows the progress
 * @param out standard output
 */
record BrokenOff(Outcome outcome, Terminal terminal, PrintStream out) implements Watcher {
  private static final String GOAL = "leak:test: ";

  @Override
  public void show(Progress progress) {
    terminal.show(progress);
  }

  @Override
  public void brokenOff(Optional<LeakReport> judged) {
    terminal.clear();
    judged.ifPresentOrElse(
        this::keep,
        () ->
            say(
                "the measurement was broken off before the tests had run once: nothing was judged,"
                    + " and there is no report"));
  }

  private void keep(LeakReport judged) {
    judged.problems().stream()
        .filter(problem -> problem.type() == Problem.Type.BROKEN_OFF)
        .forEach(problem -> say(problem.message()));
    try {
      LeakReport kept = outcome.keep(judged);
      say(ConsoleReport.headline(kept) + ": " + String.join(", ", outcome.files()));
    } catch (IOException | RuntimeException | LinkageError e) {
      say("the reports over what was judged could not be written: " + e);
    }
  }

  private void say(String text) {
    out.println(GOAL + text);
    out.flush();
  }
}
