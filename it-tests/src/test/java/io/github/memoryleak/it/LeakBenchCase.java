package io.github.memoryleak.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A variant of a case of the corpus, or a sample of this project, with what a right finding says of
 * the leak in the affected one.
 *
 * @param subject the variant; a sample that leaks is an affected one
 * @param sought what is to be named; in the fixed variant it is what must not be found
 * @param negative whether it only looks like a leak
 * @param sample whether it is a sample: a project of its own, whose tests are what may leak
 */
record LeakBenchCase(
    CorpusCase subject, CorpusCase.Expected sought, boolean negative, boolean sample) {
  private static final String INDEX = "index.csv";
  private static final String NEGATIVES = "negatives.csv";

  /** {@return the corpus, where it is there, and the samples} */
  static List<LeakBenchCase> all(Path corpus, Path samples) throws IOException {
    List<LeakBenchCase> cases = new ArrayList<>();
    if (Files.exists(corpus.resolve(INDEX))) {
      cases.addAll(corpus(corpus));
    }
    cases.addAll(samples(samples, INDEX, "affected"));
    cases.addAll(samples(samples, NEGATIVES, "fixed"));
    return cases;
  }

  private static List<LeakBenchCase> corpus(Path corpus) throws IOException {
    List<LeakBenchCase> cases = new ArrayList<>();
    CorpusCase.Expected sought = CorpusCase.Expected.NOTHING;
    for (CorpusCase subject : CorpusCase.all(corpus)) {
      boolean negative = subject.folder().getParent().endsWith("negatives");
      // A fixed variant follows the affected one.
      sought =
          negative ? CorpusCase.Expected.NOTHING : subject.leaks() ? subject.expected() : sought;
      cases.add(new LeakBenchCase(subject, sought, negative, false));
    }
    return cases;
  }

  private static List<LeakBenchCase> samples(Path samples, String index, String variant)
      throws IOException {
    List<LeakBenchCase> cases = new ArrayList<>();
    for (Map<String, String> row : Csv.table(samples.resolve(index))) {
      CorpusCase.Expected sought = CorpusCase.expected(row);
      Path folder = samples.resolve(row.getOrDefault("id", ""));
      CorpusCase subject = new CorpusCase(folder, variant, sought, 1);
      cases.add(new LeakBenchCase(subject, sought, index.equals(NEGATIVES), true));
    }
    return cases;
  }

  boolean leaks() {
    return subject.leaks();
  }

  /** {@return the project whose tests are measured, in a folder of its own} */
  MavenRun project() throws IOException {
    return sample
        ? MavenRun.of(subject.id(), Settings.work().resolve("leakbench"))
        : CorpusProject.of(subject);
  }

  @Override
  public String toString() {
    return sample ? subject.id() : subject.toString();
  }
}
