package io.github.memoryleak.junit;

import io.github.memoryleak.MemoryLeakDetector;
import io.github.memoryleak.RepeatedCheck;
import io.github.memoryleak.Repeating;
import io.github.memoryleak.Screening;
import io.github.memoryleak.explain.Explanation;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.rounds.Bench;
import io.github.memoryleak.rounds.Growing;
import io.github.memoryleak.rounds.Operation;
import io.github.memoryleak.rounds.Sweep;
import java.util.List;

/** The ways in which units are measured. */
final class Measures {
  /** Loops of a subject's first round. */
  private static final int FIRST_LOOPS = 4;

  /** Loops of a test's first round, when screening has seen its class grow. */
  private static final int LOOPS_AFTER_SCREENING = 40;

  private static final int MOST_FIRST_LOOPS = 256;

  private final DriverSettings settings;
  private final Runs runs;
  private final long censusNanos;

  /**
   * What is needed to run units.
   *
   * @param session runs them
   * @param quarantine knows what is not to run
   * @param frameworks knows what the frameworks keep
   * @param progress hears of it
   */
  record Runs(
      TestSession session, Quarantine quarantine, Frameworks frameworks, ProgressFile progress) {}

  Measures(DriverSettings settings, Runs runs, long censusNanos) {
    this.settings = settings;
    this.runs = runs;
    this.censusNanos = censusNanos;
  }

  /** {@return a quick look at the units, all together} */
  Screening screen(String phase, List<Unit> units) throws Exception {
    return repeating(phase, label(units), units).screen();
  }

  /** {@return the answer for the units together, where nothing is known of them} */
  RepeatedCheck confirm(String name, List<Unit> units) throws Exception {
    RepeatedCheck check = confirming(name, units, FIRST_LOOPS).run();
    boolean again =
        check.verdict() != Verdict.PASS
            && Frameworks.mayKeep(units, check.findings())
            && learnFrameworks(units);
    return again ? confirming(name, units, FIRST_LOOPS).run() : check;
  }

  /** {@return a measurement of units that were seen to grow, or that are part of such} */
  Repeating afterScreening(String name, List<Unit> units) {
    return confirming(name, units, LOOPS_AFTER_SCREENING);
  }

  /** {@return who holds what grows in the other tests} */
  Explanation holders(SameLeak leak) throws InterruptedException {
    List<Unit> active = runs.quarantine().active(leak.units());
    return repeating("confirm", label(active), active).explain(leak.others().get(0).look());
  }

  /** {@return whether something was found that frameworks keep and that was not known before} */
  boolean learnFrameworks(List<Unit> units) throws Exception {
    return runs.frameworks().learn(units);
  }

  /**
   * {@return whether to run each test of the class two or three times, with a census after each,
   * rather than to measure them by halves: when a test takes longer than a census}
   */
  boolean isWorthASweep(Unit unit, Screening screening) {
    return screening.growing().stream().anyMatch(Growing::byCount)
        && screening.loopNanos() >= censusNanos * unit.tests().size();
  }

  /** {@return what each of the tests does, of what grows in all of them together} */
  List<Sweep.Swept> sweep(Unit unit, List<Unit> tests, Screening screening) throws Exception {
    runs.progress().phase("attribute", unit.name());
    List<Operation> operations = tests.stream().map(this::sweeping).toList();
    Bench bench = Bench.borrow();
    try {
      return new Sweep(bench, screening.growing(), runs.frameworks().of(tests)).run(operations);
    } finally {
      Bench.giveBack(bench);
    }
  }

  /** A test that fails when it is run again is left out from then on. */
  private Operation sweeping(Unit test) {
    return () -> {
      List<Unit> active = runs.quarantine().active(List.of(test));
      try {
        if (!active.isEmpty()) {
          runs.session().run(active, runs.quarantine().ids());
        }
      } catch (LoopFailed e) {
        runs.quarantine().add(e.failures(), active, Problem.Type.NOT_REPEATABLE);
      }
    };
  }

  /**
   * The first round has as many loops as were run before: an array that is doubled when it is full
   * is then doubled in it.
   */
  private Repeating confirming(String name, List<Unit> units, int least) {
    int first = Math.min(MOST_FIRST_LOOPS, Math.max(least, runs.session().loops(units)));
    return repeating("confirm", name, units).firstLoops(first);
  }

  private Repeating repeating(String phase, String name, List<Unit> units) {
    runs.progress().phase(phase, name);
    return MemoryLeakDetector.repeating(
            name, () -> runs.session().run(units, runs.quarantine().ids()))
        .alreadyRun(runs.session().loops(units))
        .warmup(settings.warmup())
        .rounds(settings.rounds())
        .settle(settings.settle())
        .budget(settings.budget())
        .thresholds(settings.thresholds())
        .discount(runs.frameworks().of(units))
        .heapDumps(settings.heapDumps())
        .nativeProfiler(settings.nativeProfiler())
        .listener(runs.progress()::round);
  }

  private static String label(List<Unit> units) {
    String first = units.get(0).name();
    return units.size() == 1 ? first : first + " and " + (units.size() - 1) + " more";
  }
}
