package io.github.memoryleak.junit;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.report.JsonReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The report over the classes that are judged so far, in a file that is whole at any time: for the
 * case that this JVM does not come to its end. It is written between two measurements, so that what
 * writing needs is in no subject's growth.
 */
final class JudgedSoFar {
  private static final int NEVER = -1;

  private final Path file;
  private final int total;
  private final Function<Problem, LeakReport> report;
  private int done;
  private int written = NEVER;

  /**
   * Writes nothing yet.
   *
   * @param file where the report goes
   * @param total how many classes are to be judged
   * @param report makes the report over what is judged, with the problem that it is not whole
   */
  JudgedSoFar(Path file, int total, Function<Problem, LeakReport> report) {
    this.file = file;
    this.total = total;
    this.report = report;
  }

  /** So many more classes are judged. */
  void more(int classes) {
    are(done + classes);
  }

  /** So many classes are judged, or cannot be. */
  void are(int classes) {
    done = classes;
    if (written != done) {
      write();
    }
  }

  private void write() {
    try {
      JsonReport.write(report.apply(brokenOff(done, total)), file);
      written = done;
    } catch (IOException e) {
      // The report in the end does not depend on it.
      System.err.println("What is judged so far could not be written: " + e);
    }
  }

  /** {@return what a report has to say that was written before all classes were judged} */
  static Problem brokenOff(int done, int total) {
    String message =
        "the measurement was broken off after "
            + done
            + " of "
            + total
            + (total == 1 ? " test class" : " test classes")
            + (done < total ? "; those that are not listed were not judged" : "");
    return new Problem("suite", Problem.Type.BROKEN_OFF, message, List.of());
  }
}
