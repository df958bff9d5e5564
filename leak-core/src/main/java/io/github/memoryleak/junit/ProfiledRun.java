package io.github.memoryleak.junit;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.memoryleak.recording.AllocationRecording;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.platform.launcher.TestExecutionListener;

/**
 * A run of all tests, and the profiles of it: a recording of the run, and a dump of what stays
 * alive after it. The launcher's session is closed before the dump: what the framework keeps during
 * a plan is not in it.
 */
final class ProfiledRun {
  private final ProgressFile progress;
  private final Profiles wanted;
  private final List<String> failures = new ArrayList<>();

  ProfiledRun(ProgressFile progress, Profiles wanted) {
    this.progress = progress;
    this.wanted = wanted;
  }

  /**
   * {@return what the run showed, once the profiles are written}
   *
   * @param session runs the tests
   * @param excludedIds tests that do not run
   */
  TestSession.FirstRun of(TestSession session, Set<String> excludedIds) {
    Path recording = wanted.recording();
    TestSession.FirstRun first =
        recording == null
            ? session.runAll(excludedIds, observers())
            : record(session, excludedIds, recording);
    Path heapDump = wanted.heapDump();
    if (heapDump != null) {
      write("the heap could not be dumped", heapDump, this::dump);
    }
    return first;
  }

  /** {@return a sentence for each profile that could not be written} */
  List<String> failures() {
    return List.copyOf(failures);
  }

  private interface Form {
    void write(Path file) throws IOException;
  }

  /** A full disk is no fault of the tests, which are told of all the same. */
  private void write(String failure, Path file, Form form) {
    try {
      try {
        form.write(file);
      } catch (IOException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      failures.add("The tests ran, but " + failure + ": " + e.getMessage() + ".");
    }
  }

  private List<TestExecutionListener> observers() {
    return wanted.notesTests() ? List.of(new RecordedTests()) : List.of();
  }

  /** Ends before anything is measured: what a recording keeps would be growth. */
  private TestSession.FirstRun record(TestSession session, Set<String> excludedIds, Path file) {
    try (AllocationRecording recording = AllocationRecording.start()) {
      TestSession.FirstRun first = session.runAll(excludedIds, List.of(new RecordedTests()));
      write("the recording could not be written", file, recording::stop);
      return first;
    }
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
