package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How often a verdict is wrong: clean and leaky samples, many runs on each collector and JDK. Each
 * row goes to {@code target/it/matrix.txt} as soon as it is known.
 */
@Tag("matrix")
class MatrixIT {
  private static final Map<String, String> SAMPLES =
      new TreeMap<>(
          Map.of(
              "clean-suite", "PASS",
              "bounded-cache-fills-in-40-loops", "PASS",
              "pool-ramp-up", "PASS",
              "static-map-leak", "LEAK",
              "string-builder-that-only-grows", "LEAK",
              "lone-thread-leak", "LEAK"));

  /** One row: a sample on a collector and a JDK. */
  record Cell(String sample, String collector, Path jdk) {
    String expected() {
      return SAMPLES.get(sample);
    }

    Path folder() {
      return Settings.work().resolve("matrix").resolve(jdk.getFileName()).resolve(collector);
    }

    @Override
    public String toString() {
      return sample + ", " + collector + ", " + jdk.getFileName();
    }
  }

  static Stream<Cell> cells() {
    List<Path> jdks = Settings.jdks();
    assumeFalse(jdks.isEmpty(), "None of the JDKs in 'it.jdks' is there");
    List<Cell> cells = new ArrayList<>();
    for (Path jdk : jdks) {
      for (String collector : Settings.matrixCollectors()) {
        SAMPLES.keySet().forEach(sample -> cells.add(new Cell(sample, collector, jdk)));
      }
    }
    return cells.stream();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void no_verdict_is_wrong(Cell cell) throws IOException, InterruptedException {
    MavenResult build =
        MavenRun.of(cell.sample(), cell.folder())
            .run("leak:test", "-Dleak.argLine=-XX:+Use" + cell.collector() + "GC");
    Map<String, Integer> verdicts = new TreeMap<>(Map.of(build.verdict(), 1));
    DirectRun measured = DirectRun.of(build);
    for (int i = 1; i < Settings.matrixRuns(); i++) {
      Path slot = cell.folder().resolve(cell.sample() + "-slot");
      JsonNode result = measured.run(cell.jdk(), slot);
      verdicts.merge(result.get("verdict").asText(), 1, Integer::sum);
    }
    String row = "%-70s %s".formatted(cell, verdicts);
    print(row);
    assertThat(verdicts).as(row).containsOnlyKeys(cell.expected());
  }

  private static synchronized void print(String row) throws IOException {
    System.out.println(row);
    Files.writeString(
        Settings.work().resolve("matrix.txt"),
        row + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
