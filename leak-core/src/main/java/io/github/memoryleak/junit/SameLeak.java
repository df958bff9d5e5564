package io.github.memoryleak.junit;

import io.github.memoryleak.RepeatedCheck;
import io.github.memoryleak.Screening;
import io.github.memoryleak.explain.Explanation;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.rounds.Growing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

  /** Some four loops of all the others together are needed. */
  private static final Duration DEAREST_LOOP = Duration.ofSeconds(10);

  /** Copies the list. */
  SameLeak {
    others = List.copyOf(others);
  }

  /**
   * A test in which it was recognised.
   *
   * @param test the test
   * @param look a quick look at the test, or at its class
   * @param rates objects per loop of the test, by class
   * @param grown in how many loops of the test it was seen to grow
   * @param loopNanos how long the test takes
   */
  record Seen(Unit test, Screening look, Map<String, Double> rates, int grown, long loopNanos) {
    /** Copies the map. */
    Seen {
      rates = Map.copyOf(rates);
    }

    /** {@return what a quick look at a test showed} */
    static Seen of(Unit test, Screening look) {
      Map<String, Double> rates =
          look.growing().stream()
              .map(Growing::type)
              .collect(Collectors.toMap(GrowingType::type, GrowingType::countPerLoop, Double::sum));
      return new Seen(test, look, rates, 0, look.loopNanos());
    }

    String name() {
      return test.name();
    }

    private double rate(String type) {
      return rates.getOrDefault(type, 0.0);
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

  /** {@return whether it was measured who holds it, and a look at the others takes a moment} */
  boolean canBeChecked() {
    long nanos = others.stream().mapToLong(Seen::loopNanos).sum();
    return !holders().isEmpty() && nanos <= DEAREST_LOOP.toNanos();
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
