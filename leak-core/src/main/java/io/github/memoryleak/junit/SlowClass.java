package io.github.memoryleak.junit;

import io.github.memoryleak.RepeatedCheck;
import io.github.memoryleak.Screening;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.rounds.Growing;
import io.github.memoryleak.rounds.Sweep;
import io.github.memoryleak.rounds.TypeOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds out which tests of a class leak, where each of them takes longer than a census.
 *
 * <p>All of them run two or three times, with a census after each. Those in which nothing grows of
 * what grows in the class are clean; but what grows in the class by bytes alone a single loop does
 * not show, and then they are looked at together. Of the others each is measured, the fastest
 * first; but when the same grows in one as in another that was measured, it is the same leak, and
 * is not measured again. What grows in each of them, and in the class no more often, is made around
 * the tests: the class has it, and its fastest test is measured in its place.
 */
final class SlowClass {
  private static final double LESS = 0.75;

  private final Unit unit;
  private final Screening screening;
  private final Measures measures;
  private final Quarantine quarantine;
  private final Look look;
  private final ProvenLeaks proven = new ProvenLeaks();

  SlowClass(Unit unit, Screening screening, Measures measures, Quarantine quarantine, Look look) {
    this.unit = unit;
    this.screening = screening;
    this.measures = measures;
    this.quarantine = quarantine;
    this.look = look;
  }

  /** Looks at tests together, and closer where they grow. */
  interface Look {
    /** Judges tests. */
    void at(List<Unit> tests, Results into) throws Exception;
  }

  private record Test(Unit unit, Sweep.Swept swept) {
    long loopNanos() {
      return swept.nanos() / swept.loops();
    }

    SubjectResult result(Verdict verdict) {
      return new SubjectResult(
          unit.name(),
          verdict,
          null,
          swept.loops(),
          swept.loops(),
          swept.heapBytes(),
          swept.threads(),
          swept.nanos() / 1_000_000);
    }

    /** What says most: classes of the program where there are any, for strings come and go. */
    Map<String, Long> telling() {
      Map<String, Long> program =
          swept.perLoop().entrySet().stream()
              .filter(e -> TypeOrigin.of(e.getKey()).isOfProgram())
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      return program.isEmpty() ? swept.perLoop() : program;
    }
  }

  /**
   * Judges the tests.
   *
   * @param into gets the results
   * @return false when nothing grows in any test by itself, so that the class has to be measured
   */
  boolean judge(Results into) throws Exception {
    List<Test> tests = sweep();
    List<Test> suspects =
        tests.stream()
            .filter(test -> test.swept().isSuspect())
            .sorted(Comparator.comparingLong(Test::loopNanos))
            .toList();
    if (suspects.isEmpty()) {
      return false;
    }
    if (isMadeAroundTests(suspects, tests.size()) && judgeAsClass(suspects.get(0), into)) {
      return true;
    }
    judgeOthers(tests.stream().filter(test -> !test.swept().isSuspect()).toList(), into);
    judgeSuspects(suspects, into);
    return true;
  }

  /** {@return its leaks, with the tests in which they were recognised} */
  ProvenLeaks proven() {
    return proven;
  }

  private void judgeOthers(List<Test> others, Results into) throws Exception {
    if (screening.growing().stream().allMatch(Growing::byCount)) {
      others.forEach(test -> into.add(test.result(Verdict.PASS), List.of()));
    } else {
      look.at(others.stream().map(Test::unit).toList(), into);
    }
  }

  private List<Test> sweep() throws Exception {
    List<Unit> units = quarantine.active(List.of(unit)).get(0).tests();
    List<Sweep.Swept> swept = measures.sweep(unit, units, screening);
    List<Test> tests = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      if (!quarantine.active(List.of(units.get(i))).isEmpty()) {
        tests.add(new Test(units.get(i), swept.get(i)));
      }
    }
    return tests;
  }

  private boolean isMadeAroundTests(List<Test> suspects, int tests) {
    Map<String, Long> first = suspects.get(0).telling();
    return tests > 1
        && suspects.size() == tests
        && suspects.stream().allMatch(test -> test.telling().equals(first))
        && first.entrySet().stream()
            .allMatch(e -> inClass(e.getKey()) < LESS * tests * e.getValue());
  }

  private double inClass(String type) {
    return screening.growing().stream()
        .map(Growing::type)
        .filter(t -> t.type().equals(type))
        .mapToDouble(GrowingType::countPerLoop)
        .findFirst()
        .orElse(0);
  }

  private boolean judgeAsClass(Test fastest, Results into) throws Exception {
    RepeatedCheck check = measure(unit.name(), fastest);
    if (check.verdict() == Verdict.LEAK) {
      into.add(check);
    }
    return check.verdict() == Verdict.LEAK;
  }

  private void judgeSuspects(List<Test> suspects, Results into) throws Exception {
    for (Test test : suspects) {
      Optional<List<Finding>> leaks = proven.seenIn(seen(test), check -> explains(check, test));
      if (leaks.isPresent()) {
        into.add(test.result(Verdict.LEAK), leaks.get());
      } else {
        judge(test, into);
      }
    }
  }

  private SameLeak.Seen seen(Test test) {
    Map<String, Double> rates =
        test.swept().perLoop().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().doubleValue()));
    return new SameLeak.Seen(test.unit(), screening, rates, grown(test), test.loopNanos());
  }

  /** Loops of the class count, and its own. */
  private int grown(Test test) {
    return screening.loops() + test.swept().loops();
  }

  private void judge(Test test, Results into) throws Exception {
    try {
      RepeatedCheck check = measure(test.unit().name(), test);
      into.add(check);
      proven.add(check);
    } catch (LoopFailed e) {
      quarantine.add(e.failures(), List.of(test.unit()), Problem.Type.NOT_REPEATABLE);
    }
  }

  /** It has just run, so there is no warm-up; and it was seen to grow, which counts. */
  private RepeatedCheck measure(String name, Test test) throws Exception {
    return measures
        .afterScreening(name, List.of(test.unit()))
        .warmup(0)
        .alreadyGrown(grown(test))
        .run();
  }

  /** Whether the same grows at the same rates: all that tells in the test, and each leak. */
  private static boolean explains(RepeatedCheck check, Test test) {
    List<GrowingType> known = check.findings().stream().flatMap(f -> f.growing().stream()).toList();
    return test.telling().entrySet().stream()
            .allMatch(
                e -> known.stream().anyMatch(t -> ProvenLeaks.isSame(t, e.getKey(), e.getValue())))
        && check.findings().stream()
            .allMatch(
                f ->
                    f.growing().stream()
                        .anyMatch(
                            t ->
                                ProvenLeaks.isSame(
                                    t,
                                    t.type(),
                                    test.swept().perLoop().getOrDefault(t.type(), 0L))));
  }
}
