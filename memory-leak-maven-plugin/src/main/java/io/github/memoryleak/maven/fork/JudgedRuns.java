package io.github.memoryleak.maven.fork;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.junit.Progress;
import io.github.memoryleak.maven.report.LeakReportReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The measured JVMs of one measurement, and what ended them. Each leaves a file with what it has
 * judged, so that something is left when none comes to its end.
 */
final class JudgedRuns {
  private final List<RunFiles> runs = new CopyOnWriteArrayList<>();
  private final List<Problem> problems = new CopyOnWriteArrayList<>();

  /** A JVM is about to start. */
  void starts(RunFiles files) {
    runs.add(files);
  }

  /** A JVM has ended without a result. */
  void ends(Problem problem) {
    problems.add(problem);
  }

  /** {@return what the JVM that came furthest has judged, with the problems of all of them} */
  Optional<LeakReport> furthest() {
    return furthestFile().flatMap(JudgedRuns::read).map(this::withProblems);
  }

  /** {@return the file of that JVM} */
  Optional<Path> furthestFile() {
    Path best = null;
    int most = 0;
    for (RunFiles run : runs) {
      // One that came as far later knows more of the tests that cannot be measured.
      if (Files.exists(run.judged()) && done(run) >= most) {
        best = run.judged();
        most = done(run);
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@return the report of the last JVM, with what ended those before it} */
  LeakReport withProblems(LeakReport report) {
    Verdict verdict = report.verdict();
    if (verdict == Verdict.PASS && !problems.isEmpty()) {
      verdict = Verdict.INCONCLUSIVE;
    }
    return new LeakReport(
        verdict,
        report.environment(),
        subjects(report.subjects()),
        report.findings(),
        Stream.concat(problems.stream(), report.problems().stream()).toList(),
        report.notes());
  }

  /** A test that one JVM judged and that ended another passes only in the former: it does not. */
  private List<SubjectResult> subjects(List<SubjectResult> judged) {
    Set<String> ended = problems.stream().map(Problem::subject).collect(Collectors.toSet());
    List<SubjectResult> kept =
        judged.stream()
            .filter(s -> s.verdict() != Verdict.PASS || !ended.contains(s.name()))
            .toList();
    return Stream.concat(kept.stream(), problems.stream().map(SubjectResult::of)).toList();
  }

  private static int done(RunFiles run) {
    try {
      return Progress.read(run.progress()).map(Progress::done).orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private static Optional<LeakReport> read(Path judged) {
    try {
      return Optional.of(LeakReportReader.read(judged));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
