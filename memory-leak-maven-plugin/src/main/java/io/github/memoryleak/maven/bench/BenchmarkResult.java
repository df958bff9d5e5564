package io.github.memoryleak.maven.bench;

import org.jspecify.annotations.Nullable;

/**
 * The result of one benchmark with one set of parameters.
 *
 * @param name class and method, with the parameters in brackets: {@code com.acme.CartBench.add
 *     [size=10]}
 * @param mode JMH's mode, for instance {@code avgt}
 * @param unit the unit of the score, for instance {@code ns/op}
 * @param score the score
 * @param error half of the score's 99.9 % interval; {@code null} where there is none
 * @param bytesPerOperation allocated bytes per operation; {@code null} without the GC profiler
 */
public record BenchmarkResult(
    String name,
    String mode,
    String unit,
    double score,
    @Nullable Double error,
    @Nullable Double bytesPerOperation) {

  /** Results of the same benchmark can be compared. */
  String key() {
    return name + " " + mode + " " + unit;
  }

  /** Whether a higher score is better: operations per time. */
  boolean isThroughput() {
    return mode.equals("thrpt");
  }

  double low() {
    return error == null ? score : score - error;
  }

  double high() {
    return error == null ? score : score + error;
  }
}
