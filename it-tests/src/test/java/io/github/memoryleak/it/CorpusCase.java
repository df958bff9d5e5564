package io.github.memoryleak.it;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * One variant of a case of the corpus: a scenario that leaks with the affected version of a library
 * and does not with the fixed one.
 *
 * @param folder the folder of the case
 * @param variant {@code affected} or {@code fixed}
 * @param expected what a right finding says; of a variant that does not leak it is empty
 * @param operations how many operations the test runs in each loop
 */
record CorpusCase(Path folder, String variant, Expected expected, int operations) {

  /**
   * What a right finding says. All but the kind are regular expressions that are found in it; an
   * empty one asks for nothing.
   *
   * @param kind for instance {@code HEAP}
   * @param type found in the type
   * @param holder found in the holder or the path
   * @param site found in one of the frames; few indexes have this column
   */
  record Expected(String kind, String type, String holder, String site) {
    static final Expected NOTHING = new Expected("", "", "", "");
  }

  /** {@return all cases in both variants, and the negatives} */
  static List<CorpusCase> all(Path corpus) throws IOException {
    List<CorpusCase> cases = new ArrayList<>();
    for (Map<String, String> row : Csv.table(corpus.resolve("index.csv"))) {
      Path folder = corpus.resolve(row.getOrDefault("id", ""));
      cases.add(new CorpusCase(folder, "affected", expected(row), operations(row)));
      cases.add(new CorpusCase(folder, "fixed", Expected.NOTHING, operations(row)));
    }
    for (Map<String, String> row : Csv.table(corpus.resolve("negatives.csv"))) {
      Path folder = corpus.resolve("negatives").resolve(row.getOrDefault("id", ""));
      cases.add(new CorpusCase(folder, "fixed", Expected.NOTHING, operations(row)));
    }
    return cases;
  }

  static Expected expected(Map<String, String> row) {
    return new Expected(
        row.getOrDefault("finding kind", ""),
        row.getOrDefault("type names", ""),
        row.getOrDefault("holder names", ""),
        row.getOrDefault("site", ""));
  }

  private static int operations(Map<String, String> row) {
    return Integer.parseInt(row.getOrDefault("operations a loop", "1").strip());
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
