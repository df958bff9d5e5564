package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A leak has the same fingerprint in another folder, on each JDK that is there, when its lines have
 * moved and its lambdas have other numbers: else a baseline would not hold.
 */
@Tag("long")
class FingerprintIT {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "static-list-leak",
        "listener-leak",
        "executor-never-shut-down",
        "files-never-closed",
        "thread-local-on-pooled-thread-leak"
      })
  void the_same_leak_has_the_same_fingerprint(String sample) throws IOException {
    TreeMap<String, String> before = fingerprints(MavenRun.of(sample).run("leak:test"));
    assertThat(before).isNotEmpty();
    MavenRun moved = MavenRun.of(sample, Settings.work().resolve("else where"));
    move(moved.directory().resolve("src"));
    for (Path jdk : Settings.jdks()) {
      MavenResult build = moved.run("leak:test", "-Dleak.jvm=" + jdk);
      assertThat(fingerprints(build)).as("%s on %s", sample, jdk).isEqualTo(before);
    }
  }

  private static TreeMap<String, String> fingerprints(MavenResult build) {
    TreeMap<String, String> all = new TreeMap<>();
    for (JsonNode finding : build.report().get("findings")) {
      all.put(
          finding.get("fingerprint").asText(),
          finding.get("kind").asText() + " in " + finding.get("subject").asText());
    }
    return all;
  }

  /** Puts lines, and a lambda of its own, before all else in each class. */
  private static void move(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(FingerprintIT::moveLines);
    }
  }

  private static void moveLines(Path source) {
    try {
      List<String> lines = Files.readAllLines(source);
      StringBuilder moved = new StringBuilder();
      for (String line : lines) {
        moved.append(line).append('\n');
        if (line.startsWith("package ")) {
          moved.append("\n// moved\n\n// further\n\n");
        }
        if (line.matches("(public |final |abstract )*class .*\\{")) {
          moved.append("  static final Runnable EARLIER = () -> System.gc();\n\n");
          moved.append("  static {\n    EARLIER.hashCode();\n  }\n\n");
        }
      }
      Files.writeString(source, moved);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
