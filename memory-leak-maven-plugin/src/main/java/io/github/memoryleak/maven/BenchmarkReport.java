package io.github.memoryleak.maven;

import io.github.memoryleak.maven.bench.BenchmarkComparison;
import io.github.memoryleak.maven.bench.BenchmarkFile;
import io.github.memoryleak.maven.bench.BenchmarkText;
import io.github.memoryleak.maven.settings.Quantities;
import io.github.memoryleak.maven.settings.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/**
 * Compares results of benchmarks and shows it in the build's log.
 *
 * @param limits what is tolerated
 * @param log the build's log
 */
record BenchmarkReport(BenchmarkComparison.Limits limits, Log log) {
  private static final String WARNING = "WARNING: ";

  static BenchmarkReport of(String bytesGrowth, String timeGrowth, Log log) {
    return new BenchmarkReport(
        new BenchmarkComparison.Limits(
            Quantities.fraction("leak.benchmarkBytesGrowth", bytesGrowth),
            Quantities.fraction("leak.benchmarkTimeGrowth", timeGrowth)),
        log);
  }

  /** {@return a sentence when a benchmark got worse by more than is tolerated} */
  Optional<String> compare(List<Path> files) {
    if (files.size() > 2) {
      throw new UserError(
          "Two results of benchmarks can be compared, but leak.base and leak.current name "
              + files.size()
              + ".");
    }
    BenchmarkComparison found =
        BenchmarkComparison.of(BenchmarkFile.read(files.get(0)), BenchmarkFile.read(files.get(1)));
    for (String line : BenchmarkText.of(found)) {
      if (line.startsWith(WARNING)) {
        log.warn(line.substring(WARNING.length()));
      } else {
        log.info(line);
      }
    }
    List<String> worse = found.exceeded(limits);
    return worse.isEmpty()
        ? Optional.empty()
        : Optional.of("Benchmarks got worse:\n  " + String.join("\n  ", worse));
  }
}
