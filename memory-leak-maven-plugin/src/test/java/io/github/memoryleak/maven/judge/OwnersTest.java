package io.github.memoryleak.maven.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersTest {
  @TempDir Path directory;
  private Owners owners;

  @BeforeEach
  void prepare() throws IOException {
    Path module = Files.createDirectories(directory.resolve("classes"));
    Files.createFile(Files.createDirectories(module.resolve("acme")).resolve("Session.class"));
    Files.createFile(Files.createDirectories(module.resolve("org/junit")).resolve("Own.class"));
    Path jar = directory.resolve("library.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("lib/Pool$Entry.class"));
    }
    owners = new Owners(List.of(module), List.of(jar, directory.resolve("missing.jar")));
  }

  @Test
  void classes_of_the_module_are_the_applications() {
    assertThat(owners.ownerOf("acme.Session")).isEqualTo(Owner.APPLICATION);
    assertThat(owners.ownerOf("acme.Session[][]")).isEqualTo(Owner.APPLICATION);
    assertThat(owners.ownerOf("acme.Session$$Lambda/0x00007f@1")).isEqualTo(Owner.APPLICATION);
    assertThat(owners.ownerOf("org.junit.Own")).isEqualTo(Owner.APPLICATION);
  }

  @Test
  void classes_of_dependencies_are_a_librarys() {
    assertThat(owners.ownerOf("lib.Pool$Entry")).isEqualTo(Owner.LIBRARY);
    assertThat(owners.ownerOf("lib.Pool$Entry pool-*")).isEqualTo(Owner.LIBRARY);
  }

  @Test
  void frameworks_that_run_tests_are_infrastructure() {
    assertThat(owners.ownerOf("org.junit.platform.engine.UniqueId"))
        .isEqualTo(Owner.TEST_INFRASTRUCTURE);
    assertThat(owners.ownerOf("org.mockito.internal.Mock[]")).isEqualTo(Owner.TEST_INFRASTRUCTURE);
  }

  @Test
  void what_belongs_to_nobody_else_is_the_applications() {
    assertThat(owners.ownerOf("byte[]")).isEqualTo(Owner.APPLICATION);
    assertThat(owners.ownerOf("java.util.HashMap$Node")).isEqualTo(Owner.APPLICATION);
  }
}
