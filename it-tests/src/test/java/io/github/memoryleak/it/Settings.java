package io.github.memoryleak.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the build tells its integration tests, by system properties. */
final class Settings {
  private Settings() {}

  /** {@return the folder of the samples} */
  static Path samples() {
    return Path.of("samples").toAbsolutePath();
  }

  /** {@return where builds are made} */
  static Path work() {
    return Path.of("target", "it").toAbsolutePath();
  }

  /** {@return the Maven that the samples are built with} */
  static Path mavenHome() {
    return Path.of(required("it.maven.home"));
  }

  /**
   * {@return arguments of every build: the running build's local repository, and whether it is
   * offline}
   */
  static List<String> repositoryArguments() {
    String local = "-Dmaven.repo.local=" + required("it.localRepository");
    return required("it.mode").equals("offline:true") ? List.of(local, "-o") : List.of(local);
  }

  /** {@return the version of the plugin under test} */
  static String leakVersion() {
    return required("it.leakVersion");
  }

  /** {@return the folder of the corpus of real leaks, which is no part of this project} */
  static Path corpus() {
    return Path.of(required("it.corpus")).toAbsolutePath().normalize();
  }

  /** {@return the homes of the JDKs of the verdict matrix that are there} */
  static List<Path> jdks() {
    return Arrays.stream(required("it.jdks").split(","))
        .map(String::strip)
        .map(Path::of)
        .filter(home -> Files.isExecutable(home.resolve("bin/java")))
        .toList();
  }

  /** {@return how often the verdict matrix runs each cell} */
  static int matrixRuns() {
    return Integer.parseInt(required("it.matrixRuns"));
  }

  /** {@return the collectors of the verdict matrix, as in {@code -XX:+Use<name>GC}} */
  static List<String> matrixCollectors() {
    return Arrays.stream(required("it.matrixCollectors").split(",")).map(String::strip).toList();
  }

  /** {@return the home of the JDK that the builds of LeakBench measure on} */
  static Path leakbenchBuildJdk() {
    return Path.of(required("it.leakbenchBuildJdk"));
  }

  /** {@return how often LeakBench runs our measurement of each case} */
  static int leakbenchRuns() {
    return Integer.parseInt(required("it.leakbenchRuns"));
  }

  /** {@return whether LeakBench runs the other detectors as well} */
  static boolean leakbenchOthers() {
    return Boolean.parseBoolean(required("it.leakbenchOthers"));
  }

  /** {@return a regular expression for the cases that LeakBench runs} */
  static String leakbenchCases() {
    return required("it.leakbenchCases");
  }

  /** {@return the jars of Shark's growth detector, as a class path} */
  static String sharkClassPath() {
    return required("it.sharkClassPath");
  }

  private static String required(String key) {
    String value = System.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "The system property '" + key + "' is missing: run these tests by 'mvn install'");
    }
    return value;
  }
}
