package io.github.memoryleak.junit;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.platform.commons.JUnitException;

/** Runs the tests once, for profiles alone. */
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
  LeakReport run(Profiles wanted) {
    Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<Problem> problems = new ArrayList<>();
    ProfiledRun profiled = new ProfiledRun(progress, wanted);
    progress.phase("first run", "");
    try {
      Quarantine quarantine = new Quarantine(settings.quarantine());
      TestSession.FirstRun first =
          profiled.of(new TestSession(settings, progress), Set.copyOf(settings.quarantine()));
      quarantine.add(first.listener().failures(), first.units(), Problem.Type.TEST_FAILED);
      problems.addAll(quarantine.problems());
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
        profiled.failures());
  }
}
