package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code leak:heap}, {@code leak:analyze} and {@code leak:compare} as builds. */
class HeapGoalsIT {
  private static final String PLUGIN =
      "io.github.memoryleak:memory-leak-maven-plugin:" + Settings.leakVersion() + ":";

  @TempDir private Path empty;

  @Test
  void the_heap_after_the_tests_is_dumped_and_shown() throws IOException {
    MavenRun project = MavenRun.of("quickstart");
    MavenResult build = project.run("leak:heap", "-Dleak.type=com.acme.shop.Session");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.lines())
        .anyMatch(line -> line.matches(".*\\d instances? of com.acme.shop.Session: .* alive.*"))
        .anyMatch(
            line -> line.matches("\\[INFO] target/profiles/heap_[0-9_]+[.]hprof: heap dump .*"))
        .contains("[INFO] Shortest strong paths to them, merged:");
    Path dump = dumps(project.directory()).get(0);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dump)))
        .isEqualTo("rw-------");
  }

  @Test
  void only_the_tests_of_a_package_run() {
    MavenResult build = MavenRun.of("quickstart").run("leak:heap", "-Dleak.package=com.acme.bank");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:heap (default-cli) on project shop: There are no tests of package com.acme.bank in <dir>/target/test-classes. -> [Help 1]""");
  }

  @Test
  void a_redacted_dump_has_no_texts_and_still_the_objects() throws IOException {
    MavenRun project = MavenRun.of("quickstart");
    MavenResult plain = project.run("leak:heap", "-Dleak.top=3");
    MavenResult redacted = project.run("leak:heap", "-Dleak.top=3", "-Dleak.redact=true");
    assertThat(plain.exit() + redacted.exit()).as(redacted.output()).isZero();
    List<Path> dumps = dumps(project.directory());
    // Every dump holds the system properties.
    assertThat(text(dumps.get(0)).contains("java.specification.version")).isTrue();
    assertThat(text(dumps.get(1)).contains("java.specification.version")).isFalse();
    assertThat(redacted.lines())
        .anyMatch(line -> line.matches("\\[INFO]   .* objects? \\(.*\\) strongly reachable"));
  }

  @Test
  void a_stored_dump_is_analyzed_in_an_empty_folder() throws IOException {
    MavenRun project = MavenRun.of("quickstart");
    project.run("leak:heap", "-Dleak.gzip=true");
    Path dump = dumps(project.directory()).get(0);
    assertThat(dump.toString()).endsWith(".hprof.gz");
    MavenResult build =
        MavenRun.in(folder())
            .run("-q", PLUGIN + "analyze", "-Dleak.profile=" + dump, "-Dleak.format=json");
    JsonNode json = new ObjectMapper().readTree(withoutEscapes(build.output()));
    assertThat(json.get("kind").asText()).isEqualTo("heap");
    assertThat(json.at("/dump/objects").asLong()).isGreaterThan(10_000);
    assertThat(json.at("/classes/0/class").asText()).isEqualTo("byte[]");
  }

  @Test
  void growth_over_the_thresholds_of_the_pom_fails_the_build() throws IOException {
    MavenRun project = MavenRun.of("quickstart");
    project.run("leak:heap", "-Dleak.test=ProductTest");
    project.run("leak:heap");
    MavenResult tolerated = project.run("leak:compare");
    assertThat(tolerated.exit()).as(tolerated.output()).isZero();
    Path pom = project.directory().resolve("pom.xml");
    Files.writeString(
        pom,
        Files.readString(pom)
            .replace(
                "</failOnLeak>",
                "</failOnLeak><thresholds><heapGrowth>0</heapGrowth>"
                    + "<heapGrowthBytes>0</heapGrowthBytes></thresholds>"));
    MavenResult failed = project.run("leak:compare");
    assertThat(failed.failure())
        .matches(
            "\\[ERROR] Failed to execute goal .*:compare \\(default-cli\\) on project shop: The heap"
                + " grew by [\\d.,]+ [KM]?B \\(\\d+\\.\\d%\\), from .* to .*: more than heapGrowthBytes"
                + " 0 B and heapGrowth 0\\.0%\\..* -> \\[Help 1]");
    assertThat(failed.exit()).isEqualTo(1);
  }

  @Test
  void a_running_jvm_is_dumped_from_an_empty_folder() throws IOException {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Files.writeString(
                        empty.resolve("Waiting.java"),
                        "class Waiting { static byte[][] kept = new byte[9][1 << 20];"
                            + " public static void main(String[] a) throws Exception {"
                            + " System.out.write(33); System.out.flush(); System.in.read(); } }")
                    .toString())
            .start();
    try {
      assertThat(jvm.getInputStream().read()).isEqualTo('!');
      MavenRun run = MavenRun.in(folder());
      MavenResult build = run.run(PLUGIN + "heap", "-Dleak.pid=" + jvm.pid(), "-Dleak.top=3");
      assertThat(build.exit()).as(build.output()).isZero();
      assertThat(build.lines()).contains("[INFO]   holder:   static Waiting.kept");
      assertThat(dumps(run.directory())).hasSize(1);
    } finally {
      jvm.destroy();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_disk_that_is_full_is_told_and_leaves_no_half_dump() throws IOException {
    MavenRun project = MavenRun.of("quickstart").withLargestFile(4_000);
    MavenResult build = project.run("leak:heap");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:heap (default-cli) on project shop: The tests ran, but the heap could not be dumped: File too large. Make room, or name another folder with leak.profilesDirectory. -> [Help 1]""");
    try (Stream<Path> files = Files.list(project.directory().resolve("target/profiles"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void a_folder_without_a_pom_has_no_tests_to_dump() throws IOException {
    MavenResult build = MavenRun.in(folder()).run(PLUGIN + "heap");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:heap (default-cli) on project standalone-pom: There is no POM in this folder, so there are no tests to run: name a running JVM with leak.pid, or read a stored profile with leak:analyze. -> [Help 1]""");
  }

  @Test
  void a_folder_without_dumps_has_nothing_to_analyze() throws IOException {
    MavenResult build = MavenRun.in(folder()).run(PLUGIN + "analyze");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:analyze (default-cli) on project standalone-pom: There is no heap dump in <dir>/target/profiles: take one with leak:heap, or name a file with leak.profile. -> [Help 1]""");
  }

  /** Maven resets the colours of the terminal at the end, even where there is none. */
  private static String withoutEscapes(String output) {
    return output.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  private Path folder() throws IOException {
    return Files.createDirectories(empty.resolve("empty"));
  }

  private static List<Path> dumps(Path project) throws IOException {
    try (Stream<Path> files = Files.list(project.resolve("target/profiles"))) {
      return files.filter(file -> file.toString().contains("heap_")).sorted().toList();
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }
}
