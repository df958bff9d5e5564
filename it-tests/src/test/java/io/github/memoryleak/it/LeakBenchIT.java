package io.github.memoryleak.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our verdicts on a corpus of real leaks, and on the samples, beside those of other ways to find
 * them: a table for each JDK in {@code it.jdks}.
 */
@Tag("leakbench")
class LeakBenchIT {
  private static final String OURS = "ours";
  private static final LeakBenchTables TABLES = new LeakBenchTables();

  static Stream<LeakBenchCase> everyCase() throws IOException {
    Pattern wanted = Pattern.compile(Settings.leakbenchCases());
    return LeakBenchCase.all(Settings.corpus(), Settings.samples()).stream()
        .filter(subject -> wanted.matcher(subject.toString()).matches());
  }

  /** Judges nothing: what is wrong is in the table, which is written anew after each case. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("everyCase")
  void is_seen_by_all(LeakBenchCase subject) throws Exception {
    Path buildJdk = Settings.leakbenchBuildJdk();
    LeakBenchRun run = LeakBenchRun.prepare(subject, buildJdk);
    TABLES.add(buildJdk, OURS, run.built());
    for (Path jdk : Settings.jdks()) {
      for (int i = 0; i < Settings.leakbenchRuns(); i++) {
        TABLES.add(jdk, OURS, run.ours(jdk));
      }
      for (LeakBenchDetector other : LeakBenchDetector.others()) {
        TABLES.add(jdk, other.title(), run.by(jdk, other));
      }
    }
    write();
  }

  @AfterAll
  static void print() throws IOException {
    write().forEach(System.out::println);
  }

  private static List<String> write() throws IOException {
    List<String> lines = TABLES.lines();
    Path file = Files.createDirectories(Settings.work()).resolve("leakbench.md");
    Files.write(file, lines);
    return lines;
  }
}
