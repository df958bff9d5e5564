package io.github.memoryleak.it;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * One variant of a case of the corpus: a scenario that leaks with the affected version of a library
 * and does not with the fixed one.
 *
 * @param folder the folder of the case
 * @param variant {@code affected} or {@code fixed}
 * @param kind the kind of the finding, for instance {@code HEAP}; empty for a negative
 * @param type a regular expression that is found in the type of the finding; empty for a negative
 * @param operations how many operations the test runs in each loop
 */
record CorpusCase(Path folder, String variant, String kind, String type, int operations) {
  private static final Set<String> KINDS =
      Set.of("HEAP", "THREAD", "CLASS_LOADER", "FILE_DESCRIPTOR", "DIRECT_BUFFER", "NATIVE");
  private static final int FINDING_KIND = 10;
  private static final int TYPE = 11;

  /** {@return the heap and thread cases in both variants, and the negatives} */
  static List<CorpusCase> all(Path corpus) throws IOException {
    List<CorpusCase> cases = new ArrayList<>();
    for (List<String> row : Csv.records(corpus.resolve("index.csv"))) {
      if (KINDS.contains(row.get(FINDING_KIND))) {
        cases.add(of(corpus, row, "affected"));
        cases.add(of(corpus, row, "fixed"));
      }
    }
    for (List<String> row : Csv.records(corpus.resolve("negatives.csv"))) {
      Path folder = corpus.resolve("negatives").resolve(row.get(0));
      cases.add(new CorpusCase(folder, "fixed", "", "", operations(row)));
    }
    return cases;
  }

  private static CorpusCase of(Path corpus, List<String> row, String variant) {
    Path folder = corpus.resolve(row.get(0));
    return new CorpusCase(folder, variant, row.get(FINDING_KIND), row.get(TYPE), operations(row));
  }

  private static int operations(List<String> row) {
    return Integer.parseInt(row.get(row.size() - 1).strip());
  }

  String id() {
    return folder.getFileName().toString();
  }

  boolean leaks() {
    return variant.equals("affected");
  }

  /** {@return the source of the scenario} */
  String scenario() throws IOException {
    Path own = folder.resolve(variant).resolve("Scenario.java");
    return Files.readString(Files.exists(own) ? own : folder.resolve("Scenario.java"));
  }

  /** {@return the dependencies as {@code group:artifact:version} and perhaps a classifier} */
  List<String> dependencies() throws IOException {
    return Files.readAllLines(folder.resolve("deps-" + variant + ".txt")).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** {@return arguments that the JVM needs to run the scenario} */
  String jvmArguments() throws IOException {
    Path file = folder.resolve("measure.properties");
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        properties.load(in);
      }
    }
    return properties.getProperty("jvmArgs", "");
  }

  @Override
  public String toString() {
    return id() + " " + variant;
  }
}
