package io.github.memoryleak.maven.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Who allocates most, as {@code pprof -top} tells it.
 *
 * @param rows the rows, that with most of its own first
 * @param total the sum over all samples that were looked at
 */
public record TopTable(List<Row> rows, long total) {
  private static final List<String> RUNS_TESTS =
      List.of(
          "io.github.memoryleak.junit.",
          "org.junit.",
          "java.lang.reflect.",
          "jdk.internal.reflect.",
          "java.util.stream.",
          "java.util.ArrayList.forEach",
          "java.util.Optional.");

  /** Copies the rows. */
  public TopTable {
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param name a method, a class or a test
   * @param flat what it allocated itself
   * @param cumulative what it and all that it called allocated
   */
  public record Row(String name, long flat, long cumulative) {}

  /**
   * {@return allocation by method; flat is what its own code allocated}
   *
   * @param samples the samples
   * @param index what is counted
   */
  public static TopTable byMethod(List<Allocation> samples, SampleIndex index) {
    Map<String, long[]> sums = new HashMap<>();
    long total = 0;
    for (Allocation sample : samples) {
      long value = sample.value(index);
      total += value;
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < sample.stack().size(); i++) {
        String method = sample.stack().get(i).method();
        long[] sum = sums.computeIfAbsent(method, m -> new long[2]);
        sum[0] += i == 0 ? value : 0;
        sum[1] += seen.add(method) ? value : 0;
      }
    }
    return of(sums, total);
  }

  /**
   * {@return allocation by class}
   *
   * @param samples the samples
   * @param index what is counted
   */
  public static TopTable byType(List<Allocation> samples, SampleIndex index) {
    return by(samples, index, Allocation::type);
  }

  /**
   * {@return allocation by test; empty where the recording knows none}
   *
   * @param samples the samples
   * @param index what is counted
   */
  public static TopTable byTest(List<Allocation> samples, SampleIndex index) {
    return by(samples.stream().filter(s -> !s.test().isEmpty()).toList(), index, Allocation::test);
  }

  private static TopTable by(
      List<Allocation> samples, SampleIndex index, Function<Allocation, String> name) {
    Map<String, long[]> sums = new HashMap<>();
    long total = 0;
    for (Allocation sample : samples) {
      long value = sample.value(index);
      long[] sum = sums.computeIfAbsent(name.apply(sample), n -> new long[2]);
      sum[0] += value;
      sum[1] += value;
      total += value;
    }
    return of(sums, total);
  }

  private static TopTable of(Map<String, long[]> sums, long total) {
    List<Row> rows = new ArrayList<>();
    sums.forEach((name, sum) -> rows.add(new Row(name, sum[0], sum[1])));
    rows.sort(
        Comparator.comparingLong(Row::flat)
            .thenComparingLong(Row::cumulative)
            .reversed()
            .thenComparing(Row::name));
    return new TopTable(rows, total);
  }

  /**
   * {@return the rows, that with the largest cumulative value first; without what runs the tests,
   * which all samples have and which tells nothing}
   */
  List<Row> byCumulative() {
    return rows.stream()
        .filter(row -> row.flat() > 0 || RUNS_TESTS.stream().noneMatch(row.name()::startsWith))
        .sorted(Comparator.comparingLong(Row::cumulative).reversed().thenComparing(Row::name))
        .toList();
  }
}
