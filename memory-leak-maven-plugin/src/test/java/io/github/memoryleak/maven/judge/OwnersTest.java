package io.github.memoryleak.maven.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.FindingBuilder;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.finding.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    owners =
        new Owners(
            List.of(module),
            List.of(jar, directory.resolve("missing.jar")),
            Map.of(jar, "lib:pool:1.2"));
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
            .holding(new Finding.Holding("static lib.Pool$Entry.ALL", List.of(), 1L, 1L))
            .site(List.of("acme.Session.open(Session.java:7)"))
            .build();
    assertThat(owners.ownerOf(held)).isEqualTo(Owner.LIBRARY);
  }

  @Test
  void a_librarys_objects_in_a_field_of_the_application_are_the_applications() {
    String field = "static acme.Session.open";
    Finding held =
        finding(Kind.HEAP, "lib.Pool$Entry")
            .holding(new Finding.Holding(field, List.of(field, "lib.Pool$Entry"), 1L, 1L))
            .build();
    assertThat(owners.ownerOf(held)).isEqualTo(Owner.APPLICATION);
  }

  @Test
  void what_a_librarys_object_holds_is_the_librarys_though_the_application_holds_that() {
    List<String> path = List.of("static acme.Session.client", "lib.Pool$Entry.all", "byte[]");
    Finding held =
        finding(Kind.HEAP, "byte[]")
            .holding(new Finding.Holding("lib.Pool$Entry.all", path, 1L, 1L))
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

  @Test
  void a_librarys_leak_names_the_artifact() {
    LeakReport report = report(finding(Kind.HEAP, "lib.Pool$Entry").build());
    assertThat(owners.assign(report).findings())
        .extracting(Finding::owner, Finding::library)
        .containsExactly(tuple(Owner.LIBRARY, "lib:pool:1.2"));
  }

  @Test
  void what_no_library_leaks_names_none() {
    LeakReport report = report(finding(Kind.HEAP, "acme.Session").build());
    assertThat(owners.assign(report).findings()).extracting(Finding::library).containsOnlyNulls();
  }

  @Test
  void what_a_static_field_of_the_test_framework_holds_is_the_frameworks() {
    String cache = "static org.springframework.test.context.cache.DefaultCache.contexts";
    Finding cached =
        finding(Kind.HEAP, "acme.Session")
            .holding(new Finding.Holding(cache, List.of(cache, "acme.Session"), 1L, 1L))
            .build();
    assertThat(owners.ownerOf(cached)).isEqualTo(Owner.TEST_INFRASTRUCTURE);
  }

  @Test
  void what_a_mock_in_a_static_field_of_the_tests_holds_is_the_applications() {
    List<String> path =
        List.of("static acme.Session.mock", "org.mockito.internal.Invocations.all", "acme.Session");
    Finding held =
        finding(Kind.HEAP, "acme.Session")
            .holding(new Finding.Holding(path.get(1), path, 1L, 1L))
            .build();
    assertThat(owners.ownerOf(held)).isEqualTo(Owner.APPLICATION);
  }

  private static LeakReport report(Finding finding) {
    return new LeakReport(
        Verdict.LEAK,
        new LeakReport.Environment("17", "HotSpot", "G1", "2026-11-28T15:00:00Z", 1),
        List.of(),
        List.of(finding),
        List.of(),
        List.of());
  }
}
