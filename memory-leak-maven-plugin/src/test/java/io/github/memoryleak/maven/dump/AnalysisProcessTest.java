package io.github.memoryleak.maven.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script stands for the JVM that analyses, so that it can end as it likes. */
class AnalysisProcessTest {
  private static final String HOME = "java.home";

  private final String home = System.getProperty(HOME);
  private final List<String> shown = new ArrayList<>();
  private final AnalysisProcess process = new AnalysisProcess(shown::add, line -> {});

  @TempDir private Path directory;
  private Path dump;

  @BeforeEach
  void makeDump() throws IOException {
    dump = Files.writeString(directory.resolve("a.hprof"), "JAVA PROFILE 1.0.2");
  }

  @AfterEach
  void restore() {
    System.setProperty(HOME, home);
  }

  private void script(String body) throws IOException {
    Path java = Files.createDirectories(directory.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    System.setProperty(HOME, directory.resolve("jdk").toString());
  }

  @Test
  void what_it_prints_is_shown() throws Exception {
    script("echo one; echo two");
    assertThat(process.run(List.of("analyze", dump.toString()), List.of(dump))).isEmpty();
    assertThat(shown).containsExactly("one", "two");
  }

  @Test
  void a_process_that_the_system_killed_had_not_enough_memory() throws IOException {
    script("echo half a table; kill -9 $$");
    assertThatThrownBy(() -> process.run(List.of("analyze", dump.toString()), List.of(dump)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "The analysis failed with exit code 137: the machine had not enough memory for it.");
  }

  @Test
  void its_own_sentence_is_the_error() throws IOException {
    script("echo 'The disk is full.' >&2; exit 4");
    assertThatThrownBy(() -> process.run(List.of("analyze", dump.toString()), List.of(dump)))
        .isInstanceOf(UserError.class)
        .hasMessage("The disk is full.");
  }

  @Test
  void an_internal_fault_is_shown_with_its_stack() throws IOException {
    script("echo 'java.lang.IllegalStateException: oops' >&2; exit 5");
    assertThatThrownBy(() -> process.run(List.of("analyze", dump.toString()), List.of(dump)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "The analysis failed with exit code 5.\n  java.lang.IllegalStateException: oops");
  }
}
