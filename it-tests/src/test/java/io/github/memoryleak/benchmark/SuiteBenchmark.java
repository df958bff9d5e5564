package io.github.memoryleak.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times {@code leak:test} and {@code leak:profile} against plain Surefire on a clean suite: whole
 * Maven runs, in turn, after the suite is compiled.
 *
 * <p>The suite is made here: 300 tests in 30 classes, which sort, format, parse and match text, and
 * wait for a file.
 */
public final class SuiteBenchmark {
  private static final int CLASSES = 30;
  private static final int TESTS = 10;
  private static final int PAIRS = 5;

  private SuiteBenchmark() {}

  /**
   * Prints the ratio.
   *
   * @param args a directory to work in, the version of the plugin, the local repository that has it
   * @throws IOException when a project cannot be written or a run fails
   * @throws InterruptedException when interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path project = Path.of(args[0]);
    write(project, args[1]);
    String repository = "-Dmaven.repo.local=" + args[2];
    maven(project, repository, "surefire:test", "leak:test");
    double[] surefire = new double[PAIRS];
    double[] leak = new double[PAIRS];
    double[] profile = new double[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      surefire[i] = maven(project, repository, "-o", "surefire:test");
      leak[i] = maven(project, repository, "-o", "leak:test");
      profile[i] = maven(project, repository, "-o", "leak:profile");
    }
    print("leak:test", leak, surefire, "2.5 times plus 3 s", 2.5 * median(surefire) + 3);
    print("leak:profile", profile, surefire, "1.15 times", 1.15 * median(surefire));
  }

  private static void print(
      String goal, double[] seconds, double[] surefire, String goalOfOurs, double limit) {
    double[] ratios = new double[PAIRS];
    Arrays.setAll(ratios, i -> seconds[i] / surefire[i]);
    System.out.printf(
        Locale.ROOT,
        "%s / surefire:test, %d tests in %d classes: %.2f (%.1f s / %.1f s); limit %s: %.1f s%n",
        goal,
        CLASSES * TESTS,
        CLASSES,
        median(ratios),
        median(seconds),
        median(surefire),
        goalOfOurs,
        limit);
  }

  private static double maven(Path project, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-q", "test-compile"));
    command.addAll(List.of(arguments));
    return TimedProcess.seconds(project, command);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void write(Path project, String version) throws IOException {
    Path tests = Files.createDirectories(project.resolve("src/test/java/suite"));
    Files.createDirectories(project.resolve(".mvn"));
    Files.writeString(project.resolve("pom.xml"), POM.replace("${leak.version}", version));
    for (int i = 0; i < CLASSES; i++) {
      Files.writeString(tests.resolve("Part" + i + "Test.java"), source(i));
    }
  }

  private static String source(int number) {
    StringBuilder source = new StringBuilder(HEAD.replace("Part", "Part" + number));
    for (int i = 0; i < TESTS; i++) {
      source.append(TEST.replace("SEED", Integer.toString(100 * number + i)));
    }
    return source.append("}\n").toString();
  }

  private static final String HEAD =
      """
      package suite;

      import static org.junit.jupiter.api.Assertions.assertEquals;
      import static org.junit.jupiter.api.Assertions.assertTrue;

      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.util.List;
      import java.util.Random;
      import java.util.regex.Pattern;
      import java.util.stream.Collectors;
      import org.junit.jupiter.api.Test;
      import org.junit.jupiter.api.io.TempDir;

      class PartTest {
        @TempDir Path directory;
      """;

  private static final String TEST =
      """

        @Test
        void sorts_and_stores_SEED() throws Exception {
          List<String> words =
              new Random(SEED).ints(400, 0, 10_000).mapToObj(n -> String.format("word-%05d", n)).sorted().toList();
          Path file = Files.write(directory.resolve("SEED.txt"), words);
          List<String> read = Files.readAllLines(file);
          assertEquals(words, read);
          Pattern number = Pattern.compile("word-(\\\\d+)");
          assertTrue(read.stream().allMatch(word -> number.matcher(word).matches()));
          assertTrue(read.stream().collect(Collectors.groupingBy(String::length)).size() == 1);
        }
      """;

  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>suite</groupId>
        <artifactId>suite</artifactId>
        <version>1</version>
        <properties>
          <maven.compiler.release>17</maven.compiler.release>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        </properties>
        <dependencies>
          <dependency>
            <groupId>org.junit.jupiter</groupId>
            <artifactId>junit-jupiter</artifactId>
            <version>5.14.1</version>
            <scope>test</scope>
          </dependency>
        </dependencies>
        <build>
          <plugins>
            <plugin>
              <artifactId>maven-resources-plugin</artifactId>
              <version>3.3.1</version>
            </plugin>
            <plugin>
              <artifactId>maven-compiler-plugin</artifactId>
              <version>3.14.1</version>
            </plugin>
            <plugin>
              <artifactId>maven-surefire-plugin</artifactId>
              <version>3.5.4</version>
            </plugin>
            <plugin>
              <groupId>io.github.memoryleak</groupId>
              <artifactId>memory-leak-maven-plugin</artifactId>
              <version>${leak.version}</version>
            </plugin>
          </plugins>
        </build>
      </project>
      """;
}
