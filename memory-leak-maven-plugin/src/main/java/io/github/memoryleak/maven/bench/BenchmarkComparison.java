package io.github.memoryleak.maven.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two files of results, benchmark by benchmark.
 *
 * <p>Bytes per operation hardly vary, so they decide by themselves. A time decides only when the
 * error margins of both scores do not touch.
 *
 * @param base the earlier results
 * @param current the later ones
 * @param pairs benchmarks that both have
 * @param gone benchmarks that only the earlier ones have
 * @param added benchmarks that only the later ones have
 */
public record BenchmarkComparison(
    BenchmarkFile base,
    BenchmarkFile current,
    List<Pair> pairs,
    List<BenchmarkResult> gone,
    List<BenchmarkResult> added) {
  /** What the GC profiler counts beside the benchmark: a byte for an operation is none. */
  private static final double LEAST_BYTES = 1;

  /** Copies the lists. */
  public BenchmarkComparison {
    pairs = List.copyOf(pairs);
    gone = List.copyOf(gone);
    added = List.copyOf(added);
  }

  /**
   * What is tolerated.
   *
   * @param bytes growth of bytes per operation, 0.05 for 5 %
   * @param time growth of the time for an operation
   */
  public record Limits(double bytes, double time) {}

  /** A benchmark in both files. */
  record Pair(BenchmarkResult base, BenchmarkResult current) {

    @Nullable Double bytesGrowth() {
      Double before = base.bytesPerOperation();
      Double after = current.bytesPerOperation();
      if (before == null || after == null) {
        return null;
      }
      return before < LEAST_BYTES
          ? (after < LEAST_BYTES ? Double.valueOf(0) : null)
          : Double.valueOf((after - before) / before);
    }

    boolean isBytesExceeded(double limit) {
      Double before = base.bytesPerOperation();
      Double after = current.bytesPerOperation();
      return before != null
          && after != null
          && after - before >= LEAST_BYTES
          && after > before * (1 + limit);
    }

    /** Growth of the time for an operation, also where the score is operations per time. */
    double timeGrowth() {
      double ratio =
          current.isThroughput() ? base.score() / current.score() : current.score() / base.score();
      return ratio - 1;
    }

    boolean isTimeCertain() {
      return base.high() < current.low() || current.high() < base.low();
    }

    boolean isTimeExceeded(double limit) {
      boolean measured = base.error() != null && current.error() != null;
      return measured && isTimeCertain() && timeGrowth() > limit;
    }
  }

  /**
   * {@return the comparison}
   *
   * @param base the earlier results
   * @param current the later ones
   */
  public static BenchmarkComparison of(BenchmarkFile base, BenchmarkFile current) {
    Map<String, BenchmarkResult> before = new LinkedHashMap<>();
    base.results().forEach(r -> before.put(r.key(), r));
    List<Pair> pairs = new ArrayList<>();
    List<BenchmarkResult> added = new ArrayList<>();
    for (BenchmarkResult result : current.results()) {
      BenchmarkResult earlier = before.remove(result.key());
      if (earlier == null) {
        added.add(result);
      } else {
        pairs.add(new Pair(earlier, result));
      }
    }
    return new BenchmarkComparison(base, current, pairs, List.copyOf(before.values()), added);
  }

  /**
   * {@return a sentence for each benchmark that got worse by more than is tolerated}
   *
   * @param limits what is tolerated
   */
  public List<String> exceeded(Limits limits) {
    List<String> sentences = new ArrayList<>();
    for (Pair pair : pairs) {
      if (pair.isBytesExceeded(limits.bytes())) {
        sentences.add(
            pair.current().name()
                + " allocates "
                + BenchmarkText.number(pair.current().bytesPerOperation())
                + " B/op in place of "
                + BenchmarkText.number(pair.base().bytesPerOperation())
                + "; the limit is "
                + BenchmarkText.percent(limits.bytes())
                + " (leak.benchmarkBytesGrowth)");
      }
      if (pair.isTimeExceeded(limits.time())) {
        sentences.add(
            pair.current().name()
                + " takes "
                + BenchmarkText.percent(pair.timeGrowth())
                + " longer, "
                + BenchmarkText.number(pair.current().score())
                + " "
                + pair.current().unit()
                + " in place of "
                + BenchmarkText.number(pair.base().score())
                + "; the limit is "
                + BenchmarkText.percent(limits.time())
                + " (leak.benchmarkTimeGrowth)");
      }
    }
    return sentences;
  }
}
