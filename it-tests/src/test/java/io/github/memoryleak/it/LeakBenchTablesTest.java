package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.benchmark.TimedProcess;
import io.github.memoryleak.leakbench.Sighting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeakBenchTablesTest {
  private static final Path JDK = Path.of("jdks", "jdk-17");
  private static final CorpusCase.Expected SOUGHT =
      new CorpusCase.Expected("HEAP", "Session", "ACTIVE", "");

  private final LeakBenchTables tables = new LeakBenchTables();

  @Test
  void a_row_counts_what_was_found_and_named_in_each_run_and_false_alarms_on_their_own() {
    Sighting whole =
        new Sighting(true, List.of("a.Session"), List.of("A.ACTIVE"), List.of("A.open"));
    tables.add(JDK, "ours", entry("list", "affected", whole, 4));
    tables.add(JDK, "ours", entry("list", "affected", Sighting.of(true), 6));
    tables.add(JDK, "ours", entry("list", "affected", Sighting.of(false), 1));
    tables.add(JDK, "ours", entry("list", "fixed", Sighting.of(true), 1));
    assertThat(tables.lines())
        .containsExactly(
            "## jdk-17, corpus",
            "",
            "| detector | found | type named | holder named | site named | false on fixed | false on"
                + " negatives | median time | median CPU |",
            "|---|---|---|---|---|---|---|---|---|",
            "| ours | 2 of 3 | 1 of 3 | 1 of 3 | 1 of 3 | 1 of 1 | 0 of 0 | 4.0 s | 2.0 s |",
            "",
            "- ours: wrong on list affected (1 of 3 runs), list fixed; no type in list affected (1"
                + " of 3 runs); no holder in list affected (1 of 3 runs); no site in list affected"
                + " (1 of 3 runs); longer than 5 s: list affected 6.0 s, 3.0 s CPU (in rounds)",
            "- ours, the slowest, medians of their runs: list affected 4.0 s (1.0 to 6.0)",
            "");
  }

  @Test
  void what_came_to_no_verdict_is_wrong_also_where_nothing_leaks() {
    CorpusCase subject = new CorpusCase(Path.of("cache"), "fixed", SOUGHT, 1);
    tables.add(
        JDK,
        "another",
        new LeakBenchEntry(
            new LeakBenchCase(subject, SOUGHT, true, true),
            Sighting.of(false),
            false,
            new TimedProcess(TimedProcess.STOPPED, 180, 0),
            ""));
    assertThat(tables.lines())
        .contains(
            "| another | 0 of 0 | 0 of 0 | 0 of 0 | 0 of 0 | 0 of 0 | 0 of 1 | 180.0 s | not known"
                + " |",
            "- another: wrong on cache");
  }

  @Test
  void each_case_of_the_samples_is_a_sample() throws IOException {
    List<LeakBenchCase> cases = LeakBenchCase.all(Path.of("none"), Settings.samples());
    assertThat(cases).extracting(LeakBenchCase::leaks).contains(true, false);
    assertThat(cases).allSatisfy(c -> assertThat(c.subject().folder()).isDirectory());
  }

  private static LeakBenchEntry entry(
      String id, String variant, Sighting sighting, double seconds) {
    CorpusCase subject = new CorpusCase(Path.of("corpus", id), variant, SOUGHT, 1);
    return new LeakBenchEntry(
        new LeakBenchCase(subject, SOUGHT, false, false),
        sighting,
        true,
        new TimedProcess(0, seconds, seconds / 2),
        "in rounds");
  }
}
