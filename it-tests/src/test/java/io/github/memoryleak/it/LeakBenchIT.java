package io.github.memoryleak.it;

import io.github.memoryleak.leakbench.Detector;
import io.github.memoryleak.leakbench.ModelRule;
import io.github.memoryleak.leakbench.OldObjectSamples;
import io.github.memoryleak.leakbench.TwoHistograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our verdicts on a corpus of real leaks beside those of other ways to find them: a table. */
@Tag("leakbench")
class LeakBenchIT {
  private static final String OURS = "ours";
  private static final Map<String, Class<? extends Detector>> OTHERS = new LinkedHashMap<>();
  private static final LeakBenchTable TABLE = new LeakBenchTable();

  @BeforeAll
  static void order() {
    OTHERS.put("heap 20 % and 2 threads", ModelRule.class);
    OTHERS.put("two class histograms", TwoHistograms.class);
    OTHERS.put("JFR old-object samples", OldObjectSamples.class);
  }

  static Stream<LeakBenchCase> everyCase() throws IOException {
    return Files.exists(Settings.corpus().resolve("index.csv"))
        ? LeakBenchCase.all(Settings.corpus()).stream()
        : Stream.empty();
  }

  /** Judges nothing: what is wrong is in the table. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("everyCase")
  void is_seen_by_all(LeakBenchCase subject) throws Exception {
    LeakBenchRun run = LeakBenchRun.prepare(subject);
    TABLE.add(OURS, subject, run.ours());
    for (Map.Entry<String, Class<? extends Detector>> other : OTHERS.entrySet()) {
      TABLE.add(other.getKey(), subject, run.by(other.getValue()));
    }
  }

  @AfterAll
  static void print() throws IOException {
    List<String> lines = TABLE.lines();
    Path file = Files.createDirectories(Settings.work()).resolve("leakbench.md");
    Files.write(file, lines);
    lines.forEach(System.out::println);
  }
}
