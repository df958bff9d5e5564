package io.github.memoryleak.junit;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.report.JsonReport;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The main class of the measured JVM: {@code java ... io.github.memoryleak.junit.MeasuredJvm
 * settings.properties}.
 *
 * <p>Standard input is the leash: at its end the JVM halts (the parent is gone), and the line
 * {@code dump} makes it write all threads with their stacks to {@link
 * DriverSettings#threadDumpFile()}.
 *
 * <p>Exit codes: {@value #DONE} the result file is written, whatever the verdict; {@value #USAGE}
 * wrong call; {@value #ORPHANED} the parent is gone; {@value #FAULT} an internal fault, its stack
 * on standard error. Any other code: a test ended the JVM.
 */
public final class MeasuredJvm {
  /** The result file is written. */
  public static final int DONE = 0;

  /** Wrong arguments or settings. */
  public static final int USAGE = 102;

  /** The parent process is gone. */
  public static final int ORPHANED = 103;

  /** An internal fault. */
  public static final int FAULT = 104;

  /** A test used up the heap; it is the one that the progress file names. */
  public static final int OUT_OF_MEMORY = 105;

  /**
   * The system property that makes it run the tests once and dump the heap, instead of measuring:
   * the file of the dump, which ends with {@code .hprof}. With {@link #MEASURED} it measures as
   * well.
   */
  public static final String HEAP_DUMP = "io.github.memoryleak.heapDump";

  /**
   * The system property that makes it run the tests once and record where they allocate, instead of
   * measuring: the file of the recording. With {@link #MEASURED} it measures as well.
   */
  public static final String RECORDING = "io.github.memoryleak.recording";

  /**
   * The system property that makes it run the tests once while somebody else records, and note in
   * that recording which test runs: {@code true}.
   */
  public static final String NOTED_TESTS = "io.github.memoryleak.notedTests";

  /**
   * The system property that makes it measure although a profile is wanted, which is one of the
   * first run then: {@code true}.
   */
  public static final String MEASURED = "io.github.memoryleak.measured";

  private static final long LAST_HOOKS_MILLIS = 5_000;

  private MeasuredJvm() {}

  /**
   * Measures and writes the result.
   *
   * @param args the settings file
   */
  public static void main(String[] args) {
    if (args.length != 1) {
      System.err.println("usage: java " + MeasuredJvm.class.getName() + " settings.properties");
      Runtime.getRuntime().halt(USAGE);
    }
    int code = FAULT;
    try {
      code = measure(DriverSettings.load(Path.of(args[0])));
    } catch (OutOfMemoryError e) {
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
    } catch (Exception | LinkageError | AssertionError e) {
      e.printStackTrace();
    }
    end(code);
  }

  private static int measure(DriverSettings settings) throws Exception {
    Leash leash = leash(settings.threadDumpFile());
    LastWords lastWords = LastWords.prepare(settings.lastWordsFile());
    try (ProgressFile progress = new ProgressFile(settings.progressFile())) {
      Profiles wanted = Profiles.wanted();
      LeakReport report =
          wanted.isMeasured()
              ? new Driver(settings, progress, wanted).run()
              : new SingleRun(settings, progress).run(wanted);
      JsonReport.write(report, settings.resultFile());
    } finally {
      lastWords.expectEnd();
      leash.release();
    }
    return DONE;
  }

  /** The parent speaks on standard input; tests see an empty one. */
  private static Leash leash(Path dumpFile) {
    System.setIn(InputStream.nullInputStream());
    return Leash.attach(
        new FileInputStream(FileDescriptor.in).getChannel(),
        dumpFile,
        () -> Runtime.getRuntime().halt(ORPHANED));
  }

  /** Tests may leave threads behind, and shutdown hooks that hang. */
  private static void end(int code) {
    Thread deadline =
        new Thread(
            () -> {
              try {
                Thread.sleep(LAST_HOOKS_MILLIS);
              } catch (InterruptedException e) {
                // Then the end comes sooner.
              }
              Runtime.getRuntime().halt(code);
            },
            "leak-deadline");
    deadline.setDaemon(true);
    deadline.start();
    System.exit(code);
  }
}
