package io.github.memoryleak.maven.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.maven.bench.BenchmarkComparison.Limits;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BenchmarkComparisonTest {
  private static final Limits LIMITS = new Limits(0.05, 0.1);

  private static BenchmarkResult result(double score, @Nullable Double error, double bytes) {
    return new BenchmarkResult("Bench.add", "avgt", "ns/op", score, error, bytes);
  }

  private static List<String> exceeded(BenchmarkResult base, BenchmarkResult current) {
    return comparison(base, current).exceeded(LIMITS);
  }

  private static BenchmarkComparison comparison(BenchmarkResult base, BenchmarkResult current) {
    return BenchmarkComparison.of(
        new BenchmarkFile(Path.of("a.json"), "Java 17", List.of(base)),
        new BenchmarkFile(Path.of("b.json"), "Java 25", List.of(current)));
  }

  @Test
  void more_bytes_per_operation_are_told_with_actual_and_limit() {
    assertThat(exceeded(result(10, 1.0, 48), result(10, 1.0, 64)))
        .containsExactly(
            "Bench.add allocates 64.000 B/op in place of 48.000; the limit is +5.0%"
                + " (leak.benchmarkBytesGrowth)");
  }

  @Test
  void the_first_allocation_of_a_benchmark_that_had_none_is_told() {
    assertThat(exceeded(result(10, 1.0, 0.001), result(10, 1.0, 16))).hasSize(1);
  }

  @Test
  void less_than_a_byte_is_what_the_profiler_itself_makes() {
    assertThat(exceeded(result(10, 1.0, 0.001), result(10, 1.0, 0.9))).isEmpty();
  }

  @Test
  void a_longer_time_beyond_both_margins_is_told() {
    assertThat(exceeded(result(10, 0.5, 48), result(12, 0.5, 48)))
        .containsExactly(
            "Bench.add takes +20.0% longer, 12.000 ns/op in place of 10.000; the limit is +10.0%"
                + " (leak.benchmarkTimeGrowth)");
  }

  @Test
  void a_longer_time_within_the_margins_is_chance() {
    assertThat(exceeded(result(10, 1.5, 48), result(12, 1.5, 48))).isEmpty();
    assertThat(exceeded(result(10, null, 48), result(12, null, 48))).isEmpty();
  }

  @Test
  void of_operations_per_time_fewer_are_worse() {
    BenchmarkResult base = new BenchmarkResult("Bench.add", "thrpt", "ops/s", 100, 1.0, 48.0);
    BenchmarkResult slower = new BenchmarkResult("Bench.add", "thrpt", "ops/s", 50, 1.0, 48.0);
    assertThat(exceeded(base, slower))
        .hasSize(1)
        .first()
        .asString()
        .contains("takes +100.0% longer");
    assertThat(exceeded(slower, base)).isEmpty();
  }

  @Test
  void benchmarks_of_one_file_alone_are_listed_and_decide_nothing() {
    BenchmarkResult other = new BenchmarkResult("Bench.remove", "avgt", "ns/op", 1, 0.1, 1e6);
    BenchmarkComparison found = comparison(result(10, 1.0, 48), other);
    assertThat(found.exceeded(LIMITS)).isEmpty();
    assertThat(BenchmarkText.of(found))
        .containsExactly(
            "Base:    a.json (Java 17)",
            "Current: b.json (Java 25)",
            "WARNING: The JVMs or the versions of JMH differ: times, and what the JDK allocates,"
                + " may differ for that reason alone.",
            "",
            "   B/op base     B/op now              time base     time now            benchmark",
            "only in the base:    Bench.add (avgt)",
            "only in the current: Bench.remove (avgt)");
  }

  @Property
  void what_did_not_change_is_never_worse(
      @ForAll @DoubleRange(min = 0.01, max = 1e9) double score,
      @ForAll @DoubleRange(min = 0, max = 1e9) double error,
      @ForAll @DoubleRange(min = 0, max = 1e12) double bytes) {
    assertThat(exceeded(result(score, error, bytes), result(score, error, bytes))).isEmpty();
  }
}
