package io.github.memoryleak.junit;

import io.github.memoryleak.MemoryLeakDetector;
import io.github.memoryleak.RepeatedCheck;
import io.github.memoryleak.Repeating;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which classes and tests leak.
 *
 * <p>Groups are screened; a clean one is done. A group in which something grows is halved until a
 * single class is left, then the class's tests likewise, and a single test is measured until the
 * answer is clear. When a class grows but none of its tests does alone, or when its set-up leaks
 * and so all of them do, the class is to blame.
 *
 * <p>Tests that fail when they are repeated are taken out, and the rest is measured again.
 */
final class Attribution {
  /** Up to so many tests are measured one by one, more are halved first. */
  private static final int FEW = 6;

  /** Loops of a subject's first round. */
  private static final int FIRST_LOOPS = 4;

  /** Loops of a test's first round, when screening has seen its class grow. */
  private static final int LOOPS_AFTER_SCREENING = 40;

  private static final int MOST_FIRST_LOOPS = 256;

  private static final int FIXTURE_ROUNDS = 5;
  private static final double SAME_RATE = 0.1;

  private final DriverSettings settings;
  private final TestSession session;
  private final Quarantine quarantine;
  private final ProgressFile progress;
  private final Results results;
  private final Frameworks frameworks;

  Attribution(
      DriverSettings settings,
      TestSession session,
      Quarantine quarantine,
      ProgressFile progress,
      Results results) {
    this.settings = settings;
    this.session = session;
    this.quarantine = quarantine;
    this.progress = progress;
    this.results = results;
    frameworks = new Frameworks(session);
  }

  /** Judges all units together, as one subject. */
  void judgeSuite(List<Unit> units) throws Exception {
    withoutFailing(units, active -> results.add(confirm("suite", active)));
  }

  /** Judges classes, each by itself in the end. */
  void judge(List<Unit> classes) throws Exception {
    withoutFailing(
        classes,
        active -> {
          if (active.size() == 1) {
            judgeClass(active.get(0));
          } else if (!isClean(active)) {
            for (List<Unit> half : Groups.of(active, 2)) {
              judge(half);
            }
          }
        });
  }

  private void judgeClass(Unit unit) throws Exception {
    if (settings.scope().equals("class")) {
      results.add(confirm(unit.name(), List.of(unit)));
    } else if (unit.tests().size() == 1) {
      judgeOnlyTest(unit);
    } else if (!isClean(List.of(unit))) {
      attribute(unit);
    }
  }

  /** A class with one test passes as a class, and leaks as that test. */
  private void judgeOnlyTest(Unit unit) throws Exception {
    Unit test = unit.tests().get(0);
    RepeatedCheck check = confirm(test.name(), List.of(unit));
    if (check.verdict() == Verdict.PASS) {
      results.addAll(quarantine.judged(unit), check);
    } else {
      results.add(check);
    }
  }

  private void attribute(Unit unit) throws Exception {
    Results tests = new Results();
    judgeTests(unit.tests(), tests);
    List<Unit> active = quarantine.active(List.of(unit));
    if (active.isEmpty()) {
      return;
    }
    if (tests.findings().isEmpty()) {
      RepeatedCheck whole = afterScreening(unit.name(), active).run();
      if (whole.verdict() == Verdict.LEAK || !hasInconclusive(tests)) {
        results.add(whole);
        return;
      }
    } else if (isSharedByAll(active.get(0), tests)) {
      RepeatedCheck whole = afterScreening(unit.name(), active).rounds(FIXTURE_ROUNDS).run();
      if (isLessThanTheSum(whole, tests)) {
        results.add(whole);
        return;
      }
    }
    tests.addTo(results);
  }

  private void judgeTests(List<Unit> tests, Results into) throws Exception {
    withoutFailing(
        tests,
        active -> {
          if (active.size() <= FEW) {
            for (Unit test : active) {
              judgeTest(test, into);
            }
          } else {
            Optional<RepeatedCheck> clean = repeating("attribute", label(active), active).screen();
            if (clean.isPresent()) {
              into.addAll(active.stream(), clean.get());
            } else {
              for (List<Unit> half : Groups.of(active, 2)) {
                judgeTests(half, into);
              }
            }
          }
        });
  }

  private void judgeTest(Unit test, Results into) throws Exception {
    withoutFailing(List.of(test), active -> into.add(afterScreening(test.name(), active).run()));
  }

  private boolean isClean(List<Unit> units) throws Exception {
    Optional<RepeatedCheck> clean = repeating("screen", label(units), units).screen();
    if (clean.isEmpty() && frameworks.learn(units)) {
      clean = repeating("screen", label(units), units).screen();
    }
    clean.ifPresent(check -> results.addAll(units.stream().flatMap(quarantine::judged), check));
    return clean.isPresent();
  }

  private RepeatedCheck confirm(String name, List<Unit> units) throws Exception {
    RepeatedCheck check = confirming(name, units, FIRST_LOOPS).run();
    boolean again = check.verdict() != Verdict.PASS && frameworks.learn(units);
    return again ? confirming(name, units, FIRST_LOOPS).run() : check;
  }

  private Repeating afterScreening(String name, List<Unit> units) {
    return confirming(name, units, LOOPS_AFTER_SCREENING);
  }

  /**
   * The first round has as many loops as were run before: an array that is doubled when it is full
   * is then doubled in it.
   */
  private Repeating confirming(String name, List<Unit> units, int least) {
    int first = Math.min(MOST_FIRST_LOOPS, Math.max(least, session.loops(units)));
    return repeating("confirm", name, units).firstLoops(first);
  }

  private Repeating repeating(String phase, String name, List<Unit> units) {
    progress.phase(phase, name);
    return MemoryLeakDetector.repeating(name, () -> session.run(units, quarantine.ids()))
        .alreadyRun(session.loops(units))
        .warmup(settings.warmup())
        .rounds(settings.rounds())
        .settle(settings.settle())
        .thresholds(settings.thresholds())
        .discount(frameworks.of(units))
        .heapDumps(settings.heapDumps())
        .listener(progress::round);
  }

  private static String label(List<Unit> units) {
    String first = units.get(0).name();
    return units.size() == 1 ? first : first + " and " + (units.size() - 1) + " more";
  }

  private static boolean hasInconclusive(Results tests) {
    return tests.subjects().stream().anyMatch(s -> s.verdict() == Verdict.INCONCLUSIVE);
  }

  /**
   * Each test leaks the same thing at the same rate: perhaps none of them does, but what runs
   * around them.
   */
  private static boolean isSharedByAll(Unit unit, Results tests) {
    Finding first = tests.findings().get(0);
    long same =
        tests.findings().stream()
            .filter(f -> f.kind() == first.kind() && f.type().equals(first.type()))
            .filter(f -> Math.abs(f.countPerLoop() - first.countPerLoop()) <= SAME_RATE)
            .count();
    return same == unit.tests().size() && same > 1;
  }

  private static boolean isLessThanTheSum(RepeatedCheck whole, Results tests) {
    double sum = tests.findings().stream().mapToDouble(Finding::countPerLoop).sum();
    return whole.findings().stream()
        .filter(f -> f.type().equals(tests.findings().get(0).type()))
        .anyMatch(f -> f.countPerLoop() < 0.75 * sum);
  }

  private interface Step {
    void with(List<Unit> active) throws Exception;
  }

  /** Tries the step; when tests fail in it, tries again without them. */
  private void withoutFailing(List<Unit> units, Step step) throws Exception {
    List<Unit> active = quarantine.active(units);
    while (!active.isEmpty()) {
      try {
        step.with(active);
        return;
      } catch (LoopFailed e) {
        quarantine.add(e.failures(), active, Problem.Type.NOT_REPEATABLE);
        active = quarantine.active(units);
      }
    }
  }
}
