package io.github.memoryleak.maven.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.FindingBuilder;
import io.github.memoryleak.finding.Kind;
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

  private Owner ownerOf(String type) {
    return owners.ownerOf(finding(Kind.HEAP, type).build());
  }

  private static FindingBuilder finding(Kind kind, String type) {
    return new FindingBuilder(kind, "acme.CartTest#adds", type);
  }

  @Test
  void classes_of_the_module_are_the_applications() {
    assertThat(ownerOf("acme.Session")).isEqualTo(Owner.APPLICATION);
    assertThat(ownerOf("acme.Session[][]")).isEqualTo(Owner.APPLICATION);
    assertThat(ownerOf("acme.Session$$Lambda/0x00007f@1")).isEqualTo(Owner.APPLICATION);
    assertThat(ownerOf("org.junit.Own")).isEqualTo(Owner.APPLICATION);
  }

  @Test
  void classes_of_dependencies_are_a_librarys() {
    assertThat(ownerOf("lib.Pool$Entry")).isEqualTo(Owner.LIBRARY);
    assertThat(ownerOf("lib.Pool$Entry pool-*")).isEqualTo(Owner.LIBRARY);
  }

  @Test
  void frameworks_that_run_tests_are_infrastructure() {
    assertThat(ownerOf("org.junit.platform.engine.UniqueId")).isEqualTo(Owner.TEST_INFRASTRUCTURE);
    assertThat(ownerOf("org.mockito.internal.Mock[]")).isEqualTo(Owner.TEST_INFRASTRUCTURE);
  }

  @Test
  void what_belongs_to_nobody_else_is_the_applications() {
    assertThat(ownerOf("byte[]")).isEqualTo(Owner.APPLICATION);
    assertThat(ownerOf("java.util.HashMap$Node")).isEqualTo(Owner.APPLICATION);
  }

  @Test
  void a_class_of_the_jdk_belongs_to_who_holds_it() {
    Finding held =
        finding(Kind.HEAP, "java.util.HashMap$Node")
            .holding(new Finding.Holding("static lib.Pool$Entry.ALL", List.of(), 1, 1))
            .site(List.of("acme.Session.open(Session.java:7)"))
            .build();
    assertThat(owners.ownerOf(held)).isEqualTo(Owner.LIBRARY);
  }

  @Test
  void what_nobody_holds_belongs_to_who_made_it() {
    Finding unclosed =
        finding(Kind.NATIVE, "java.util.zip.Inflater")
            .site(List.of("lib.Pool$Entry.read(Pool.java:7)", "acme.Session.open(Session.java:7)"))
            .build();
    assertThat(owners.ownerOf(unclosed)).isEqualTo(Owner.LIBRARY);
  }

  @Test
  void a_path_is_no_class() {
    Finding file =
        finding(Kind.FILE_DESCRIPTOR, "lib.Pool$Entry")
            .site(List.of("acme.Session.open(Session.java:7)"))
            .build();
    assertThat(owners.ownerOf(file)).isEqualTo(Owner.APPLICATION);
  }
}
