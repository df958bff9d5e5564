package io.github.memoryleak.junit;

import io.github.memoryleak.RepeatedCheck;
import io.github.memoryleak.Screening;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Finds out which classes and tests leak.
 *
 * <p>Groups are screened; a clean one is done. A group in which something grows is halved until a
 * single class is left, then the class's tests likewise, and a single test is measured until the
 * answer is clear. When a class grows but none of its tests does alone, or when its set-up leaks
 * and so all of them do, the class is to blame.
 *
 * <p>A test in which a quick look shows just what grew in one that was measured has the same leak,
 * and is not measured again. In the end, two dumps around all such tests show whether what held it
 * in the measured one holds it in them too; if not, each is measured after all.
 *
 * <p>Tests that fail when they are repeated are taken out, and the rest is measured again.
 */
final class Attribution {
  /** Up to so many tests are measured one by one, more are halved first. */
  private static final int FEW = 6;

  private static final int FIXTURE_ROUNDS = 5;
  private static final double SAME_RATE = 0.1;

  private final DriverSettings settings;
  private final Quarantine quarantine;
  private final Measures measures;
  private final Results results;
  private final ProvenLeaks proven = new ProvenLeaks();

  Attribution(DriverSettings settings, Quarantine quarantine, Measures measures, Results results) {
    this.settings = settings;
    this.quarantine = quarantine;
    this.measures = measures;
    this.results = results;
  }

  /** Judges all units together, as one subject. */
  void judgeSuite(List<Unit> units) throws Exception {
    withoutFailing(units, active -> results.add(measures.confirm("suite", active)));
  }

  /** Looks at what was recognised once more, and adds what is to be said in the end. */
  void finish() throws Exception {
    checkHolders(proven, results);
  }

  private void checkHolders(ProvenLeaks leaks, Results judged) throws Exception {
    for (SameLeak leak : leaks.recognised()) {
      if (leak.canBeChecked() && !leak.isHeldAlike(measures.holders(leak))) {
        leaks.forget(Set.copyOf(leak.names()));
        leak.units().forEach(test -> judged.remove(test.name()));
        for (SameLeak.Seen seen : leak.others()) {
          measureAfterAll(seen, judged);
        }
      }
    }
    leaks.addNotes(judged);
  }

  private void measureAfterAll(SameLeak.Seen seen, Results into) throws Exception {
    withoutFailing(
        List.of(seen.test()),
        active ->
            into.add(
                measures.afterScreening(seen.name(), active).alreadyGrown(seen.grown()).run()));
  }

  /** {@return what is judged so far, with what is to be said of it} */
  Results soFar() {
    Results all = new Results();
    results.addTo(all);
    proven.addNotes(all);
    return all;
  }

  /**
   * Judges classes, each by itself in the end.
   *
   * @param judged is told each time how many of them are judged
   */
  void judge(List<Unit> classes, IntConsumer judged) throws Exception {
    withoutFailing(
        classes,
        active -> {
          if (active.size() == 1) {
            judgeClass(active.get(0));
            judged.accept(1);
          } else if (screen(active).isClean()) {
            judged.accept(active.size());
          } else {
            for (List<Unit> half : Groups.of(active, 2)) {
              judge(half, judged);
            }
          }
        });
  }

  private void judgeClass(Unit unit) throws Exception {
    if (settings.scope().equals("class")) {
      results.add(measures.confirm(unit.name(), List.of(unit)));
    } else if (unit.tests().size() == 1) {
      judgeOnlyTest(unit);
    } else {
      Screening screening = screen(List.of(unit));
      if (!screening.isClean()) {
        attribute(unit, screening);
      }
    }
  }

  private void judgeOnlyTest(Unit unit) throws Exception {
    Unit test = unit.tests().get(0);
    Optional<Screening> look = look(test, List.of(unit));
    if (look.isPresent() && look.get().isClean()) {
      addOnlyTest(unit, look.get().clean().orElseThrow());
    } else if (look.isEmpty() || !isKnown(look.get(), test, results)) {
      RepeatedCheck check = measures.confirm(test.name(), List.of(unit));
      proven.add(check);
      addOnlyTest(unit, check);
    }
  }

  /** A class with one test passes as a class, and leaks as that test. */
  private void addOnlyTest(Unit unit, RepeatedCheck check) {
    if (check.verdict() == Verdict.PASS) {
      results.addAll(quarantine.judged(unit), check);
    } else {
      results.add(check);
    }
  }

  private void attribute(Unit unit, Screening screening) throws Exception {
    Results tests = new Results();
    boolean swept = measures.isWorthASweep(unit, screening);
    boolean done = swept ? judgeSlow(unit, screening, tests) : attributeOneByOne(unit, tests);
    if (done) {
      tests.addTo(results);
    } else if (!quarantine.active(List.of(unit)).isEmpty()) {
      withoutFailing(
          List.of(unit),
          active ->
              addWhole(
                  measures
                      .afterScreening(unit.name(), active)
                      .alreadyGrown(swept ? screening.loops() : 0)
                      .run(),
                  tests));
    }
  }

  private boolean judgeSlow(Unit unit, Screening screening, Results tests) throws Exception {
    SlowClass slow = new SlowClass(unit, screening, measures, quarantine, this::look);
    boolean done = slow.judge(tests);
    checkHolders(slow.proven(), tests);
    return done;
  }

  /** No test leaks alone: the class's own verdict counts, unless it is a PASS beside a doubt. */
  private void addWhole(RepeatedCheck whole, Results tests) {
    if (whole.verdict() == Verdict.LEAK || !hasInconclusive(tests)) {
      results.add(whole);
    } else {
      tests.addTo(results);
    }
  }

  /** {@return whether the tests' results are the class's} */
  private boolean attributeOneByOne(Unit unit, Results tests) throws Exception {
    judgeTests(unit.tests(), tests);
    List<Unit> active = quarantine.active(List.of(unit));
    if (active.isEmpty() || tests.findings().isEmpty()) {
      return false;
    }
    if (isSharedByAll(active.get(0), tests)) {
      RepeatedCheck whole =
          measures.afterScreening(unit.name(), active).rounds(FIXTURE_ROUNDS).run();
      if (isLessThanTheSum(whole, tests)) {
        proven.forget(unit.tests().stream().map(Unit::name).collect(Collectors.toSet()));
        tests.clear();
        tests.add(whole);
      }
    }
    return true;
  }

  /** Few tests are looked at together before they are judged one by one. */
  private void look(List<Unit> tests, Results into) throws Exception {
    withoutFailing(
        tests,
        active -> {
          if (active.size() > FEW || !passTogether(active, into)) {
            judgeTests(active, into);
          }
        });
  }

  private boolean passTogether(List<Unit> tests, Results into) throws Exception {
    Screening screening = measures.screen("attribute", tests);
    screening.clean().ifPresent(check -> into.addAll(tests.stream(), check));
    return screening.isClean();
  }

  private void judgeTests(List<Unit> tests, Results into) throws Exception {
    withoutFailing(
        tests,
        active -> {
          if (active.size() <= FEW) {
            for (Unit test : active) {
              judgeTest(test, into);
            }
          } else if (!passTogether(active, into)) {
            for (List<Unit> half : Groups.of(active, 2)) {
              judgeTests(half, into);
            }
          }
        });
  }

  private void judgeTest(Unit test, Results into) throws Exception {
    withoutFailing(
        List.of(test),
        active -> {
          Optional<Screening> look = look(test, active);
          if (look.isPresent() && look.get().isClean()) {
            look.get().clean().ifPresent(into::add);
          } else if (look.isEmpty() || !isKnown(look.get(), test, into)) {
            RepeatedCheck check = measures.afterScreening(test.name(), active).run();
            proven.add(check);
            into.add(check);
          }
        });
  }

  /** {@return a quick look at a test, when leaks were measured that it may show as well} */
  private Optional<Screening> look(Unit test, List<Unit> active) throws Exception {
    return proven.areFew()
        ? Optional.empty()
        : Optional.of(measures.afterScreening(test.name(), active).screen());
  }

  /** Whether a test shows just what leaked in another; then it gets that one's findings. */
  private boolean isKnown(Screening look, Unit test, Results into) {
    Optional<List<Finding>> leaks = proven.seenIn(look, test);
    leaks.ifPresent(found -> into.add(look.leaking(test.name()), found));
    return leaks.isPresent();
  }

  private Screening screen(List<Unit> units) throws Exception {
    Screening screening = measures.screen("screen", units);
    if (!screening.isClean() && measures.learnFrameworks(units)) {
      screening = measures.screen("screen", units);
    }
    screening
        .clean()
        .ifPresent(check -> results.addAll(units.stream().flatMap(quarantine::judged), check));
    return screening;
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

  /** Several holders may have it: what all of them get counts. */
  private static boolean isLessThanTheSum(RepeatedCheck whole, Results tests) {
    String type = tests.findings().get(0).type();
    double together = perLoop(whole.findings(), type);
    return together > 0 && together < 0.75 * perLoop(tests.findings(), type);
  }

  private static double perLoop(List<Finding> findings, String type) {
    return findings.stream()
        .filter(f -> f.type().equals(type))
        .mapToDouble(Finding::countPerLoop)
        .sum();
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
