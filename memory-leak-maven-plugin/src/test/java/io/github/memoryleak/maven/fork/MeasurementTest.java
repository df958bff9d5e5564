package io.github.memoryleak.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.LeakThresholds;
import io.github.memoryleak.explain.HeapDumps;
import io.github.memoryleak.explain.NativeProfiler;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.LeakReport.Environment;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.Problem.Type;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.junit.DriverSettings;
import io.github.memoryleak.maven.settings.UserError;
import io.github.memoryleak.report.JsonReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a program in the place of the measured JVM that does as the test says. */
class MeasurementTest {
  private static final String PROGRAM =
      """
      package io.github.memoryleak.junit;
      import java.nio.file.*;
      import java.util.*;
      public class MeasuredJvm {
        static Properties settings = new Properties();
        public static void main(String[] args) throws Exception {
          settings.load(Files.newBufferedReader(Path.of(args[0])));
          BODY
          Files.copy(Path.of(System.getProperty("prepared")), file("resultFile"));
        }
        static Path file(String key) { return Path.of(settings.getProperty(key)); }
        static boolean isQuarantined() { return settings.containsKey("quarantine.0"); }
        static void running(String test) throws Exception { running(test, 0); }
        static void running(String test, int done) throws Exception {
          Files.writeString(file("progressFile"),
              "screen\\tacme.T\\t" + test + "\\t" + test + "\\t1\\t1\\t" + done + "\\t9\\t5\\n");
        }
        static void judged() throws Exception {
          Files.copy(Path.of(System.getProperty("judged")), file("judgedFile"));
        }
      }
      """;
  private static final LeakReport CLEAN =
      new LeakReport(
          Verdict.PASS,
          new Environment("17", "jvm", "G1", "2026-11-23T00:00:00Z", 1),
          List.of(),
          List.of(),
          List.of(),
          List.of("a note"));

  private static final Problem CUT =
      new Problem("suite", Type.BROKEN_OFF, "the measurement was broken off", List.of());

  private static final LeakReport JUDGED =
      new LeakReport(
          Verdict.LEAK,
          CLEAN.environment(),
          List.of(subject("acme.A#leaks", Verdict.LEAK), SubjectResult.of(CUT)),
          List.of(),
          List.of(CUT),
          List.of("a note on it"));

  @TempDir Path directory;

  private static SubjectResult subject(String name, Verdict verdict) {
    return new SubjectResult(name, verdict, null, 3, 9, new Change(1, 2), new Change(1, 1), 5);
  }

  private LeakReport run(String body, Duration timeout) throws Exception {
    Path prepared = directory.resolve("prepared.json");
    JsonReport.write(CLEAN, prepared);
    Path judged = directory.resolve("judged.json");
    JsonReport.write(JUDGED, judged);
    Path classes =
        JavaSources.compile(
            directory, "io.github.memoryleak.junit.MeasuredJvm", PROGRAM.replace("BODY", body));
    JvmCommand command =
        new JvmCommand(
            JavaSources.JAVA,
            List.of(),
            Map.of("prepared", prepared.toString(), "judged", judged.toString()),
            List.of(classes),
            true,
            directory,
            Map.of("GREETING", "hello"),
            List.of("PATH"));
    return new Measurement(command, directory.resolve("measured-jvm"), timeout, this::settings)
        .run(progress -> {});
  }

  private DriverSettings settings(Measurement.DriverFiles files, List<String> quarantine) {
    return new DriverSettings(
        files.result(),
        files.progress(),
        files.lastWords(),
        files.threadDump(),
        files.judged(),
        List.of("acme.T"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        quarantine,
        false,
        "test",
        1,
        3,
        LeakThresholds.normal(),
        Duration.ZERO,
        Duration.ZERO,
        HeapDumps.TEMPORARY,
        NativeProfiler.NOT_WANTED);
  }

  @Test
  void the_result_is_read() throws Exception {
    assertThat(run("", Duration.ofMinutes(5))).isEqualTo(CLEAN);
  }

  @Test
  void the_environment_is_as_configured() throws Exception {
    assertThat(
            run(
                "if (!\"hello\".equals(System.getenv(\"GREETING\"))"
                    + " || System.getenv(\"PATH\") != null) System.exit(104);",
                Duration.ofMinutes(5)))
        .isEqualTo(CLEAN);
  }

  @Test
  void a_flood_of_output_does_not_block() throws Exception {
    assertThat(
            run(
                "for (int i = 0; i < 200_000; i++) System.out.println(\"x\".repeat(99));",
                Duration.ofMinutes(5)))
        .isEqualTo(CLEAN);
    assertThat(directory.resolve("measured-jvm/run-1/output.txt").toFile().length())
        .isBetween(10L << 20, (10L << 20) + 100);
  }

  @Test
  void a_test_that_ends_the_jvm_is_told_and_the_rest_is_measured() throws Exception {
    LeakReport report =
        run(
            "if (!isQuarantined()) { running(\"acme.T#exits\"); System.exit(3); }",
            Duration.ofMinutes(5));
    assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(report.problems())
        .containsExactly(
            new Problem(
                "acme.T#exits",
                Type.EXITED,
                "ended the JVM with exit code 3, as Runtime.halt does",
                List.of()));
    assertThat(report.notes()).containsExactly("a note");
  }

  @Test
  void a_test_that_hangs_is_killed_and_the_rest_is_measured() throws Exception {
    LeakReport report =
        run(
            "if (!isQuarantined()) { running(\"acme.T#hangs\");"
                + " new java.util.concurrent.CountDownLatch(1).await(); }",
            Duration.ofMillis(300));
    assertThat(report.problems())
        .containsExactly(
            new Problem(
                "acme.T#hangs", Type.HUNG, "did not end within 300ms (leak.timeout)", List.of()));
  }

  @Test
  void a_jvm_that_dies_outside_tests_ends_the_measurement() throws Exception {
    LeakReport report = run("running(\"\"); System.exit(7);", Duration.ofMinutes(5));
    assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(report.problems())
        .containsExactly(
            new Problem(
                "acme.T",
                Type.EXITED,
                "ended the JVM with exit code 7, as Runtime.halt does",
                List.of()));
  }

  @Test
  void what_a_jvm_judged_before_it_died_is_told_with_what_ended_it() throws Exception {
    LeakReport report = run("judged(); running(\"\", 4); System.exit(7);", Duration.ofMinutes(5));
    Problem end =
        new Problem(
            "acme.T",
            Type.EXITED,
            "ended the JVM with exit code 7, as Runtime.halt does",
            List.of());
    assertThat(report)
        .isEqualTo(
            new LeakReport(
                Verdict.LEAK,
                CLEAN.environment(),
                List.of(
                    subject("acme.A#leaks", Verdict.LEAK),
                    SubjectResult.of(CUT),
                    SubjectResult.of(end)),
                List.of(),
                List.of(end, CUT),
                List.of("a note on it")));
  }

  @Test
  void what_was_judged_is_told_when_every_jvm_is_ended_by_another_test() throws Exception {
    LeakReport report =
        run(
            "judged(); int run = 0; while (settings.containsKey(\"quarantine.\" + run)) run++;"
                + " running(\"acme.T#ends\" + run, 4); System.exit(7);",
            Duration.ofMinutes(5));
    assertThat(report.verdict()).isEqualTo(Verdict.LEAK);
    assertThat(report.subjects())
        .extracting(SubjectResult::name)
        .containsExactly(
            "acme.A#leaks",
            "suite",
            "acme.T#ends0",
            "acme.T#ends1",
            "acme.T#ends2",
            "acme.T#ends3",
            "acme.T#ends4",
            "acme.T#ends5");
  }

  @Test
  void a_run_that_comes_to_its_end_counts_alone_whatever_others_had_judged() throws Exception {
    LeakReport report =
        run(
            "judged(); if (!isQuarantined()) { running(\"acme.T#exits\", 8); System.exit(3); }",
            Duration.ofMinutes(5));
    assertThat(report.subjects()).extracting(SubjectResult::name).containsExactly("acme.T#exits");
    assertThat(report.notes()).containsExactly("a note");
  }

  @Test
  void a_fault_of_ours_says_where_that_is_which_was_judged() {
    Path run = directory.resolve("measured-jvm/run-1");
    assertThatThrownBy(
            () ->
                run(
                    "judged(); System.err.println(\"boom\"); Runtime.getRuntime().halt(104);",
                    Duration.ofMinutes(5)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "The measurement failed by an internal fault (exit code 104); its whole output is in "
                + run.resolve("output.txt")
                + ". It ended with:\n  boom\nWhat was judged until then is in "
                + run.resolve("judged-so-far.json")
                + ".");
  }

  @Test
  void a_fault_of_ours_is_never_told_as_a_tests() {
    assertThatThrownBy(
            () ->
                run(
                    "System.err.println(\"boom\"); Runtime.getRuntime().halt(104);",
                    Duration.ofMinutes(5)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "The measurement failed by an internal fault (exit code 104); its whole output is in "
                + directory.resolve("measured-jvm/run-1/output.txt")
                + ". It ended with:\n  boom");
  }
}
