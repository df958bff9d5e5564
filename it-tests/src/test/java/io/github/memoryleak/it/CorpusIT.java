package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real leaks of real libraries, their fixes, and what only looks like a leak. */
class CorpusIT {
  /** Quick ones of each sort: a map, a thread, a JDK class, and a cache that fills. */
  private static final List<String> FEW =
      List.of("netty-deleteonexit", "hikari-init-failure-threads", "logback-lazy-loggers");

  private static final Queue<String> ROWS = new ConcurrentLinkedQueue<>();

  static Stream<CorpusCase> everyCase() throws IOException {
    return isThere() ? CorpusCase.all(Settings.corpus()).stream() : Stream.empty();
  }

  static Stream<CorpusCase> quickCases() throws IOException {
    return everyCase().filter(subject -> FEW.contains(subject.id()));
  }

  @Test
  void the_corpus_is_there() {
    assumeTrue(isThere(), () -> "There is no corpus at " + Settings.corpus());
    assertThat(Settings.corpus().resolve("negatives.csv")).exists();
  }

  @Tag("corpus")
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("everyCase")
  void verdicts_are_right(CorpusCase subject) throws IOException {
    check(subject);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("quickCases")
  void verdicts_of_quick_cases_are_right(CorpusCase subject) throws IOException {
    check(subject);
  }

  private static void check(CorpusCase subject) throws IOException {
    CorpusRun run = CorpusRun.of(subject);
    ROWS.add(run.row());
    assertThat(run).as(run.row()).matches(CorpusRun::right, "right");
  }

  private static boolean isThere() {
    return Files.exists(Settings.corpus().resolve("index.csv"));
  }

  @AfterAll
  static void print() throws IOException {
    List<String> rows = ROWS.stream().sorted().toList();
    Files.write(Files.createDirectories(Settings.work()).resolve("corpus.txt"), rows);
    rows.forEach(System.out::println);
  }
}
