package io.github.memoryleak.junit;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.recording.AllocationRecording;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.launcher.TestExecutionListener;

/**
 * Runs the tests once, for a profile: a recording of the run, or a dump of what stays alive after
 * it. The launcher's session is closed before: what the framework keeps during a plan is not in the
 * dump.
 */
final class SingleRun {
  private final DriverSettings settings;
  private final ProgressFile progress;

  SingleRun(DriverSettings settings, ProgressFile progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * {@return the report: which tests failed; nothing was measured}
   *
   * @param wanted what to write
   */
  LeakReport run(Profiles wanted) throws IOException {
    Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<Problem> problems = new ArrayList<>();
    try {
      problems.addAll(
          wanted.recording() == null ? runTests(List.of()) : record(wanted.recording()));
      if (wanted.heapDump() != null) {
        dump(wanted.heapDump());
      }
    } catch (JUnitException e) {
      problems.add(Driver.discoveryFailed(e));
    }
    progress.phase("done", "");
    return new LeakReport(
        Verdict.INCONCLUSIVE,
        MeasuredEnvironment.now(start, progress.elapsedMillis()),
        problems.stream().map(SubjectResult::of).toList(),
        List.of(),
        problems,
        List.of());
  }

  private List<Problem> record(Path file) throws IOException {
    try (AllocationRecording recording = AllocationRecording.start()) {
      List<Problem> problems = runTests(List.of(new RecordedTests()));
      recording.stop(file);
      return problems;
    }
  }

  private List<Problem> runTests(List<TestExecutionListener> observers) {
    progress.phase("first run", "");
    Quarantine quarantine = new Quarantine(settings.quarantine());
    TestSession.FirstRun first =
        new TestSession(settings, progress, observers).runAll(Set.copyOf(settings.quarantine()));
    quarantine.add(first.listener().failures(), first.units(), Problem.Type.TEST_FAILED);
    return quarantine.problems();
  }

  private void dump(Path file) throws IOException {
    progress.phase("dump", "");
    // The bean keeps the arguments from now on, so that the dump tells them.
    ManagementFactory.getRuntimeMXBean().getInputArguments();
    // Twice: the first collection finds what waits for a cleaner.
    System.gc();
    System.gc();
    Files.deleteIfExists(file);
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(file.toString(), true);
  }
}
