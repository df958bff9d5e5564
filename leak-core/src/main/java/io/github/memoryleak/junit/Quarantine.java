package io.github.memoryleak.junit;

import io.github.memoryleak.finding.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The tests that cannot be measured, and why. */
final class Quarantine {
  private final Set<String> ids;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * Starts with tests that are known to end the JVM.
   *
   * @param knownIds their unique ids
   */
  Quarantine(List<String> knownIds) {
    ids = new HashSet<>(knownIds);
  }

  Set<String> ids() {
    return ids;
  }

  List<Problem> problems() {
    return problems;
  }

  /**
   * Adds what failed: the test, the class when its set-up failed, or everything when the engine
   * did.
   *
   * @param failures of one run
   * @param units the units of that run
   * @param type what such a failure means
   */
  void add(List<TestFailure> failures, List<Unit> units, Problem.Type type) {
    for (TestFailure failure : failures) {
      add(failure, units, type);
    }
  }

  /** {@return the units without what is quarantined; those without any test left are gone} */
  List<Unit> active(List<Unit> units) {
    return units.stream()
        .filter(unit -> !ids.contains(unit.id()))
        .filter(unit -> unit.tests().isEmpty() || unit.testIds().anyMatch(id -> !ids.contains(id)))
        .map(unit -> unit.tests().isEmpty() ? unit : unit.without(ids))
        .toList();
  }

  /**
   * {@return the unit, or its tests one by one when it is not whole: what was left out must not
   * seem to pass}
   */
  Stream<Unit> judged(Unit unit) {
    boolean whole = unit.tests().isEmpty() || ids.stream().noneMatch(unit::owns);
    return whole ? Stream.of(unit) : unit.tests().stream();
  }

  private void add(TestFailure failure, List<Unit> units, Problem.Type type) {
    List<Unit> failed =
        units.stream().filter(unit -> unit.owns(failure.id())).map(u -> at(u, failure)).toList();
    if (failed.isEmpty()) {
      units.forEach(unit -> add(unit, failure, Problem.Type.DISCOVERY_FAILED));
    } else {
      failed.forEach(unit -> add(unit, failure, type));
    }
  }

  private static Unit at(Unit unit, TestFailure failure) {
    return unit.tests().stream().filter(t -> t.owns(failure.id())).findFirst().orElse(unit);
  }

  private void add(Unit unit, TestFailure failure, Problem.Type type) {
    if (ids.add(unit.id())) {
      problems.add(new Problem(unit.name(), type, sentence(type, failure), failure.stack()));
    }
  }

  private static String sentence(Problem.Type type, TestFailure failure) {
    return switch (type) {
      case NOT_REPEATABLE ->
          "passed the first time and failed when it was run again in the same JVM: "
              + failure.message();
      case DISCOVERY_FAILED -> "could not be run: " + failure.message();
      default -> "failed: " + failure.message();
    };
  }
}
