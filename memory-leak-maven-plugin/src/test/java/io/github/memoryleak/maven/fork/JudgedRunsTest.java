package io.github.memoryleak.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.LeakReport.Environment;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.junit.Progress;
import io.github.memoryleak.report.JsonReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedRunsTest {
  @TempDir Path directory;

  private final JudgedRuns runs = new JudgedRuns();

  private RunFiles run(int number, int done) throws IOException {
    RunFiles files = RunFiles.fresh(directory.resolve("run-" + number));
    Progress progress = new Progress("screen", "", "", "", 1, 1, done, 40, 5);
    Files.writeString(files.progress(), progress.toLine());
    runs.starts(files);
    return files;
  }

  private void judged(int number, int done) throws IOException {
    JsonReport.write(
        report(Verdict.LEAK, subject("of run " + number, Verdict.LEAK)),
        run(number, done).judged());
  }

  private static LeakReport report(Verdict verdict, SubjectResult... subjects) {
    return new LeakReport(
        verdict,
        new Environment("17", "jvm", "G1", "2026-11-29T00:00:00Z", 1),
        List.of(subjects),
        List.of(),
        List.of(),
        List.of());
  }

  private static SubjectResult subject(String name, Verdict verdict) {
    return new SubjectResult(name, verdict, null, 3, 9, new Change(1, 2), new Change(1, 1), 5);
  }

  private static Problem exited(String subject) {
    return new Problem(subject, Problem.Type.EXITED, "ended the JVM", List.of());
  }

  private List<String> furthest() {
    return runs.furthest().stream()
        .flatMap(report -> report.subjects().stream())
        .map(s -> s.verdict() + " " + s.name())
        .toList();
  }

  @Test
  void the_run_that_judged_most_counts() throws IOException {
    judged(1, 3);
    judged(2, 12);
    judged(3, 7);
    assertThat(furthest()).containsExactly("LEAK of run 2");
  }

  @Test
  void of_two_that_came_as_far_the_later_one_counts() throws IOException {
    judged(1, 5);
    judged(2, 5);
    judged(3, 0);
    assertThat(furthest()).containsExactly("LEAK of run 2");
  }

  @Test
  void a_run_that_judged_nothing_does_not_count() throws IOException {
    judged(1, 0);
    run(2, 0);
    assertThat(furthest()).containsExactly("LEAK of run 1");
  }

  @Test
  void there_is_nothing_when_no_run_judged_anything() throws IOException {
    run(1, 0);
    runs.ends(exited("acme.T"));
    assertThat(runs.furthest()).isEmpty();
  }

  @Test
  void a_test_that_ended_a_jvm_does_not_pass_because_another_jvm_survived_it() throws IOException {
    JsonReport.write(
        report(
            Verdict.INCONCLUSIVE,
            subject("acme.T#ends", Verdict.PASS),
            subject("acme.T#adds", Verdict.PASS)),
        run(1, 2).judged());
    runs.ends(exited("acme.T#ends"));
    assertThat(furthest()).containsExactly("PASS acme.T#adds", "INCONCLUSIVE acme.T#ends");
    assertThat(runs.furthest().orElseThrow().problems()).containsExactly(exited("acme.T#ends"));
  }

  @Test
  void a_whole_report_is_no_pass_when_a_test_had_to_be_left_out() {
    runs.ends(exited("acme.T#ends"));
    LeakReport report = report(Verdict.PASS, subject("acme.T#adds", Verdict.PASS));
    assertThat(runs.withProblems(report).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Property(tries = 50)
  void no_other_run_judged_more(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 4) Integer> all) throws IOException {
    directory = Files.createTempDirectory("runs");
    for (int i = 0; i < all.size(); i++) {
      judged(i, all.get(i));
    }
    int most = all.stream().mapToInt(done -> done).max().orElseThrow();
    assertThat(furthest()).containsExactly("LEAK of run " + all.lastIndexOf(most));
    deleteRuns(all.size());
  }

  private void deleteRuns(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      RunFiles files = RunFiles.fresh(directory.resolve("run-" + i));
      Files.delete(files.directory());
    }
    Files.delete(directory);
  }
}
