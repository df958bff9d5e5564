package io.github.memoryleak.junit;

import io.github.memoryleak.RepeatedCheck;
import io.github.memoryleak.Screening;
import io.github.memoryleak.explain.Explanation;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A leak that was measured in one test and recognised in others, by what grows and how fast. Two
 * lists of one class grow alike, so who holds it is looked at once more, in all the others
 * together.
 *
 * @param check the measurement
 * @param others the tests in which it was recognised
 */
record SameLeak(RepeatedCheck check, List<Seen> others) {
  /** What one test's own holder gets is missed by at least so much of its growth. */
  private static final double MISSED = 0.5;

  /** Copies the list. */
  SameLeak {
    others = List.copyOf(others);
  }

  /**
   * A test, and the quick look at it.
   *
   * @param test the test
   * @param look the quick look
   */
  record Seen(Unit test, Screening look) {
    String name() {
      return test.name();
    }

    private double rate(String type) {
      return look.growing().stream()
          .map(g -> g.type())
          .filter(t -> t.type().equals(type))
          .mapToDouble(GrowingType::countPerLoop)
          .sum();
    }
  }

  /** {@return the names of the other tests} */
  List<String> names() {
    return others.stream().map(Seen::name).toList();
  }

  /** {@return the other tests} */
  List<Unit> units() {
    return others.stream().map(Seen::test).toList();
  }

  /** {@return whether it was measured who holds it} */
  boolean hasHolders() {
    return !holders().isEmpty();
  }

  private Set<String> holders() {
    return check.findings().stream()
        .map(Finding::holder)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /**
   * {@return whether the holders of the measured test account for what grows in the others}
   *
   * @param explanation who holds what grew while all the others ran
   */
  boolean isHeldAlike(Explanation explanation) {
    return explanation.problem() != null
        || check.findings().stream()
            .filter(f -> f.holder() != null)
            .flatMap(f -> f.growing().stream())
            .filter(ProvenLeaks::isTelling)
            .allMatch(t -> isAccountedFor(t, explanation));
  }

  private boolean isAccountedFor(GrowingType type, Explanation explanation) {
    double seen = others.stream().mapToDouble(test -> test.rate(type.type())).sum();
    double least = (seen - MISSED * type.countPerLoop()) * explanation.loops();
    return explanation.growthBelow(holders(), type.type()) >= least;
  }
}
