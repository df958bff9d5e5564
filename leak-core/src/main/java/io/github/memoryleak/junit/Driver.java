package io.github.memoryleak.junit;

import io.github.memoryleak.MemorySnapshot;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.rounds.Bench;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.commons.JUnitException;

/** Runs the tests once, then measures them, and makes the report. */
final class Driver {
  private final DriverSettings settings;
  private final ProgressFile progress;
  private final Profiles wanted;
  private final TestSession session;
  private final Quarantine quarantine;
  private final Results results = new Results();
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  /**
   * Makes a driver.
   *
   * @param wanted what other goals want of the first run
   */
  Driver(DriverSettings settings, ProgressFile progress, Profiles wanted) {
    this.settings = settings;
    this.progress = progress;
    this.wanted = wanted;
    session = new TestSession(settings, progress);
    quarantine = new Quarantine(settings.quarantine());
  }

  /**
   * {@return the report}
   *
   * @throws Exception on an internal fault
   */
  LeakReport run() throws Exception {
    List<Problem> problems = new ArrayList<>();
    try {
      Measuring.during(this::measure);
    } catch (JUnitException e) {
      problems.add(discoveryFailed(e));
    }
    if (results.findings().isEmpty()) {
      settings.heapDumps().keepWithoutLeak();
    }
    problems.addAll(quarantine.problems());
    progress.phase("done", "");
    return report(results, problems);
  }

  private LeakReport report(Results judged, List<Problem> problems) {
    List<SubjectResult> subjects = new ArrayList<>(judged.subjects());
    problems.forEach(p -> subjects.add(SubjectResult.of(p)));
    return new LeakReport(
        verdict(subjects),
        MeasuredEnvironment.now(start, progress.elapsedMillis()),
        subjects,
        judged.findings(),
        problems,
        judged.notes());
  }

  private LeakReport reportSoFar(Attribution attribution, Problem brokenOff) {
    List<Problem> problems = new ArrayList<>(quarantine.problems());
    problems.add(brokenOff);
    return report(attribution.soFar(), problems);
  }

  private void measure() throws Exception {
    Bench.gap().ifPresent(results::note);
    progress.phase("first run", "");
    ProfiledRun profiled = new ProfiledRun(progress, wanted);
    TestSession.FirstRun first = profiled.of(session, quarantine.ids());
    profiled.failures().forEach(results::note);
    if (settings.measureFailing()) {
      noteFailing(first);
    } else {
      quarantine.add(first.listener().failures(), first.units(), Problem.Type.TEST_FAILED);
    }
    List<Unit> units = quarantine.active(first.ranUnits());
    progress.subjects(0, units.size());
    if (units.isEmpty()) {
      return;
    }
    long censusNanos = censusNanos();
    Measures.Runs runs = new Measures.Runs(session, quarantine, new Frameworks(session), progress);
    Measures measures = new Measures(settings, runs, censusNanos);
    Attribution attribution = new Attribution(settings, quarantine, measures, results);
    if (settings.scope().equals("suite")) {
      attribution.judgeSuite(units);
    } else {
      judgeGroups(attribution, units, Groups.count(censusNanos, first.nanos()));
    }
    attribution.finish();
  }

  private void noteFailing(TestSession.FirstRun first) {
    Quarantine failing = new Quarantine(List.of());
    failing.add(first.listener().failures(), first.units(), Problem.Type.TEST_FAILED);
    failing.problems().stream()
        .map(
            p -> "Measured although it fails, as leak.onTestFailure is check: " + p.subject() + ".")
        .forEach(results::note);
  }

  private void judgeGroups(Attribution attribution, List<Unit> units, int groups) throws Exception {
    JudgedSoFar judged =
        new JudgedSoFar(settings.judgedFile(), units.size(), p -> reportSoFar(attribution, p));
    judged.are(0);
    int done = 0;
    for (List<Unit> group : Groups.of(units, groups)) {
      attribution.judge(group, judged::more);
      done += group.size();
      judged.are(done);
      progress.subjects(done, units.size());
    }
  }

  private static long censusNanos() {
    MemorySnapshot.take();
    long start = System.nanoTime();
    MemorySnapshot.take();
    return System.nanoTime() - start;
  }

  private static Verdict verdict(List<SubjectResult> subjects) {
    if (subjects.stream().anyMatch(s -> s.verdict() == Verdict.LEAK)) {
      return Verdict.LEAK;
    }
    boolean measured =
        !subjects.isEmpty() && subjects.stream().allMatch(s -> s.verdict() == Verdict.PASS);
    return measured ? Verdict.PASS : Verdict.INCONCLUSIVE;
  }

  static Problem discoveryFailed(JUnitException e) {
    TestFailure failure = TestFailure.of("", e);
    return new Problem(
        "suite",
        Problem.Type.DISCOVERY_FAILED,
        "the tests could not be found: " + failure.message(),
        failure.stack());
  }
}
