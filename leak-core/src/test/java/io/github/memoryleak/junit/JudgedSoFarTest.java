package io.github.memoryleak.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.report.JsonReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedSoFarTest {
  @TempDir private Path directory;

  private final List<String> written = new ArrayList<>();

  private LeakReport report(Problem problem) {
    written.add(problem.message());
    return new LeakReport(
        Verdict.INCONCLUSIVE,
        new LeakReport.Environment("17", "jvm", "G1", "2026-11-29T00:00:00Z", 1),
        List.of(SubjectResult.of(problem)),
        List.of(),
        List.of(problem),
        List.of());
  }

  @Test
  void the_file_is_the_report_over_what_is_judged() throws IOException {
    Path file = directory.resolve("judged-so-far.json");
    JudgedSoFar judged = new JudgedSoFar(file, 40, this::report);
    judged.are(0);
    judged.more(2);
    assertThat(Files.readString(file))
        .isEqualTo(JsonReport.toJson(report(JudgedSoFar.brokenOff(2, 40))));
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void it_is_written_when_more_is_judged_and_only_then() {
    JudgedSoFar judged = new JudgedSoFar(directory.resolve("file"), 3, this::report);
    judged.are(0);
    judged.more(1);
    judged.more(1);
    judged.are(2);
    judged.are(3);
    assertThat(written)
        .containsExactly(
            "the measurement was broken off after 0 of 3 test classes; those that are not listed"
                + " were not judged",
            "the measurement was broken off after 1 of 3 test classes; those that are not listed"
                + " were not judged",
            "the measurement was broken off after 2 of 3 test classes; those that are not listed"
                + " were not judged",
            "the measurement was broken off after 3 of 3 test classes");
  }

  @Test
  void a_file_that_cannot_be_written_does_not_end_the_measurement() throws IOException {
    Path inTheWay = Files.createFile(directory.resolve("a file"));
    JudgedSoFar judged = new JudgedSoFar(inTheWay.resolve("judged.json"), 1, this::report);
    judged.are(0);
    Files.delete(inTheWay);
    judged.more(0);
    assertThat(inTheWay.resolve("judged.json")).exists();
  }

  @Test
  void a_single_class_is_one() {
    assertThat(JudgedSoFar.brokenOff(0, 1))
        .isEqualTo(
            new Problem(
                "suite",
                Problem.Type.BROKEN_OFF,
                "the measurement was broken off after 0 of 1 test class; those that are not listed"
                    + " were not judged",
                List.of()));
  }
}
