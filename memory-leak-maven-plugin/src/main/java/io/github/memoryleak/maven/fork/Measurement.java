package io.github.memoryleak.maven.fork;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.LeakReport.Environment;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.junit.DriverSettings;
import io.github.memoryleak.junit.MeasuredJvm;
import io.github.memoryleak.junit.Progress;
import io.github.memoryleak.maven.files.FullDisk;
import io.github.memoryleak.maven.report.LeakReportReader;
import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures, and starts again without a test that ended the measured JVM, so that one bad test does
 * not hide the others.
 *
 * @param command how the JVM is started
 * @param directory where its files go
 * @param timeout how long one test may take
 * @param settings the driver's settings for one run
 */
public record Measurement(
    JvmCommand command, Path directory, Duration timeout, SettingsOfRun settings) {
  private static final int MOST_RUNS = 6;

  /** Makes the driver's settings of one run. */
  @FunctionalInterface
  public interface SettingsOfRun {
    /**
     * {@return the settings}
     *
     * @param files where the driver writes
     * @param quarantine unique ids of tests that are not to run
     */
    DriverSettings of(DriverFiles files, List<String> quarantine);
  }

  /**
   * Where the driver writes.
   *
   * @param result the report
   * @param progress the progress
   * @param lastWords the last words
   * @param threadDump the thread dump
   * @param judged the report over what is judged so far
   */
  public record DriverFiles(
      Path result, Path progress, Path lastWords, Path threadDump, Path judged) {}

  /**
   * {@return the report over all runs; when none came to its end, that of the one that judged most}
   *
   * @param watcher is told where the measurement is, and what was judged when the build is ended
   * @throws UserError when the measurement failed for no fault of the tests
   * @throws IOException when a file cannot be written or read
   * @throws InterruptedException when the build is being ended
   */
  public LeakReport run(Watcher watcher) throws IOException, InterruptedException {
    JudgedRuns runs = new JudgedRuns();
    Runnable brokenOff = () -> watcher.brokenOff(runs.furthest());
    try (ShutdownHook atExit = ShutdownHook.add("leak:test broken off", brokenOff)) {
      LeakReport report = run(runs, watcher::show);
      atExit.takeBack();
      return report;
    } catch (UserError e) {
      throw runs.furthestFile().map(file -> withFile(e, file)).orElse(e);
    }
  }

  private static UserError withFile(UserError e, Path judged) {
    return new UserError(e.getMessage() + "\nWhat was judged until then is in " + judged + ".", e);
  }

  private LeakReport run(JudgedRuns runs, Consumer<Progress> progress)
      throws IOException, InterruptedException {
    Instant start = Instant.now();
    List<String> quarantine = new ArrayList<>();
    for (int run = 1; run <= MOST_RUNS; run++) {
      RunFiles files = RunFiles.fresh(directory.resolve("run-" + run));
      runs.starts(files);
      Ending ending = runOnce(files, quarantine, progress);
      if (ending.exitCode() == MeasuredJvm.DONE && Files.exists(files.result())) {
        return runs.withProblems(LeakReportReader.read(files.result()));
      }
      FullDisk.reject(RunFiles.lines(files.output()));
      Problem problem = EarlyEnd.explain(ending, timeout);
      rejectFault(ending, problem);
      runs.ends(problem);
      if (ending.testId().isEmpty() || quarantine.contains(ending.testId())) {
        break;
      }
      quarantine.add(ending.testId());
    }
    return runs.furthest().orElseGet(() -> runs.withProblems(nothing(start)));
  }

  private Ending runOnce(RunFiles files, List<String> quarantine, Consumer<Progress> progress)
      throws IOException, InterruptedException {
    DriverFiles written =
        new DriverFiles(
            files.result(),
            files.progress(),
            files.lastWords(),
            files.threadDump(),
            files.judged());
    DriverSettings driver = settings.of(written, quarantine);
    driver.store(files.settings());
    return MeasuredProcess.start(command, files).await(timeout, driver.settle(), progress);
  }

  /** A fault of ours must not be told as a test's. */
  private static void rejectFault(Ending ending, Problem problem) {
    boolean ours = ending.exitCode() == MeasuredJvm.FAULT || ending.exitCode() == MeasuredJvm.USAGE;
    boolean never = ending.last() == null && ending.exitCode() == 1;
    if (problem.type() == Problem.Type.OUT_OF_MEMORY || ending.hung() || !(ours || never)) {
      return;
    }
    List<String> tail = problem.detail();
    throw new UserError(
        (ours
                ? "The measurement failed by an internal fault"
                : "The measured JVM could not be started")
            + " (exit code "
            + ending.exitCode()
            + "); its whole output is in "
            + ending.files().output()
            + ". It ended with:\n  "
            + String.join("\n  ", tail.subList(Math.max(0, tail.size() - 5), tail.size())));
  }

  private LeakReport nothing(Instant start) {
    long millis = Duration.between(start, Instant.now()).toMillis();
    Environment none =
        new Environment("unknown", command.java().toString(), "unknown", start.toString(), millis);
    return new LeakReport(Verdict.INCONCLUSIVE, none, List.of(), List.of(), List.of(), List.of());
  }
}
