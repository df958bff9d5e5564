package io.github.memoryleak.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.Measured;
import io.github.memoryleak.explain.Explanation;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.heap.growth.GrownHolder;
import io.github.memoryleak.rounds.Measurement.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tests of findings begin with: growth, and who holds it. */
abstract class FindingsFixture {
  static final String SUBJECT = "com.acme.CartTest#add";
  static final String APPLICATION = "io.github.memoryleak.MemorySnapshot";
  static final String OF_TEST = "io.github.memoryleak.judge.FindingsTest";
  static final String LIBRARY = "org.assertj.core.api.Assertions";
  final Measured measured = new Measured(Outcome.LEAKING);
  Explanation explanation = Explanation.NONE;

  void explained(GrownHolder... holders) {
    explanation = new Explanation(List.of(holders), List.of(), 20, null);
  }

  /** A holder of 40 objects, 20 of which came in 20 loops. */
  static GrownHolder holder(String field, String type, String... others) {
    Map<String, Long> growth = new LinkedHashMap<>(Map.of(type, 20L));
    for (String other : others) {
      growth.put(other, 20L);
    }
    return holder(field, type, growth);
  }

  static GrownHolder holder(String field, String type, Map<String, Long> growth) {
    return new GrownHolder(
        field,
        List.of(field, "java.util.HashMap", type),
        type,
        List.of(20L),
        1000,
        4000,
        40,
        growth,
        List.of(),
        false,
        List.of());
  }

  List<Finding> findings() {
    return Findings.of(SUBJECT, measured.build(), true, explanation);
  }

  Finding onlyFinding() {
    assertThat(findings()).hasSize(1);
    return findings().get(0);
  }

  static GrowingType grown(String type, double countPerLoop, double bytesPerLoop) {
    return new GrowingType(
        type,
        Math.round(Measured.LOOPS * countPerLoop),
        Math.round(Measured.LOOPS * bytesPerLoop),
        countPerLoop,
        bytesPerLoop);
  }
}
