package io.github.memoryleak.benchmark;

import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and prints the figures that the documentation states, as medians. */
public final class TrackerBenchmarks {
  private static final double MEDIAN = 50;

  private TrackerBenchmarks() {}

  /**
   * Takes about two and a half minutes.
   *
   * @param args not used
   * @throws RunnerException when a benchmark fails
   */
  public static void main(String[] args) throws RunnerException {
    String one = recording(1);
    String two = recording(2);
    double snapshot = median(run("SnapshotBenchmark", 1), "quick");
    System.out.println();
    System.out.println(one);
    System.out.println(two);
    System.out.println(text("MemorySnapshot.quick: %.2f us", snapshot / 1_000));
  }

  private static String recording(int threads) throws RunnerException {
    Collection<RunResult> results = run("RecordBenchmark", threads);
    double tracker = median(results, "recordRead");
    double adder = median(results, "longAdder");
    return text(
        "recordRead / LongAdder.add, threads: %d: %.2f (%.2f ns / %.2f ns)",
        threads, tracker / adder, tracker, adder);
  }

  private static Collection<RunResult> run(String benchmark, int threads) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include("\\." + benchmark + "\\.")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .threads(threads)
                .forks(5)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(500))
                .shouldFailOnError(true)
                .build())
        .run();
  }

  private static double median(Collection<RunResult> results, String method) {
    return results.stream()
        .filter(result -> result.getPrimaryResult().getLabel().equals(method))
        .mapToDouble(result -> result.getPrimaryResult().getStatistics().getPercentile(MEDIAN))
        .findFirst()
        .orElseThrow();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
