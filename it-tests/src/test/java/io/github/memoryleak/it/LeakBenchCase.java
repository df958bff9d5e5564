package io.github.memoryleak.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A variant of a case, with what a right finding says of the leak in the affected one.
 *
 * @param subject the variant
 * @param sought what is to be named; in the fixed variant it is what must not be found
 * @param negative whether it only looks like a leak
 */
record LeakBenchCase(CorpusCase subject, CorpusCase.Expected sought, boolean negative) {

  static List<LeakBenchCase> all(Path corpus) throws IOException {
    List<LeakBenchCase> cases = new ArrayList<>();
    CorpusCase.Expected sought = CorpusCase.Expected.NOTHING;
    for (CorpusCase subject : CorpusCase.all(corpus)) {
      boolean negative = subject.folder().getParent().endsWith("negatives");
      // A fixed variant follows the affected one.
      sought =
          negative ? CorpusCase.Expected.NOTHING : subject.leaks() ? subject.expected() : sought;
      cases.add(new LeakBenchCase(subject, sought, negative));
    }
    return cases;
  }

  @Override
  public String toString() {
    return subject.toString();
  }
}
