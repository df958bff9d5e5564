package io.github.memoryleak.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.FindingBuilder;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.maven.report.Sources.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  @TempDir Path repository;

  private Sources sources;

  @BeforeEach
  void make_a_module_in_a_repository() throws IOException {
    Path module = repository.resolve("shop");
    Files.createDirectories(repository.resolve(".git"));
    for (String file :
        List.of("main/java/com/acme/Sessions.java", "test/java/com/acme/CartTest.java")) {
      Path source = module.resolve("src").resolve(file);
      Files.createDirectories(source.getParent());
      Files.createFile(source);
    }
    List<Path> roots = List.of(module.resolve("src/main/java"), module.resolve("src/test/java"));
    sources = Sources.of(module, roots, Map.of());
  }

  @Test
  void a_frame_is_found_in_the_source_of_its_class() {
    assertThat(sources.ofFrame("com.acme.Sessions.open(Sessions.java:12)"))
        .contains(new Place("shop/src/main/java/com/acme/Sessions.java", 12));
    assertThat(sources.ofFrame("com.acme.Sessions$Entry.<init>(Sessions.java:7)"))
        .contains(new Place("shop/src/main/java/com/acme/Sessions.java", 7));
    assertThat(sources.ofFrame("app//com.acme.CartTest.lambda$add$0(CartTest.java:3)"))
        .contains(new Place("shop/src/test/java/com/acme/CartTest.java", 3));
  }

  @Test
  void a_frame_of_other_code_has_no_place() {
    assertThat(sources.ofFrame("java.util.ArrayList.add(ArrayList.java:454)")).isEmpty();
    assertThat(sources.ofFrame("com.acme.Sessions.open(Native Method)")).isEmpty();
    assertThat(sources.ofFrame("... 3 frames")).isEmpty();
  }

  @Test
  void a_leak_is_shown_at_the_innermost_line_of_the_module() {
    Finding finding =
        leak("com.acme.CartTest#add")
            .site(
                List.of(
                    "java.util.ArrayList.add(ArrayList.java:454)",
                    "com.acme.Sessions.open(Sessions.java:12)",
                    "com.acme.CartTest.add(CartTest.java:3)"))
            .build();
    assertThat(sources.of(finding))
        .isEqualTo(new Place("shop/src/main/java/com/acme/Sessions.java", 12));
  }

  @Test
  void a_leak_without_a_site_is_shown_at_its_test_and_else_at_the_pom() {
    assertThat(sources.of(leak("com.acme.CartTest#add").build()))
        .isEqualTo(new Place("shop/src/test/java/com/acme/CartTest.java", 1));
    assertThat(sources.of(leak("com.acme.CartTest$Empty#add").build()))
        .isEqualTo(new Place("shop/src/test/java/com/acme/CartTest.java", 1));
    assertThat(sources.of(leak("suite").build())).isEqualTo(new Place("shop/pom.xml", 1));
  }

  @Test
  void the_module_is_named_by_its_path_in_the_repository() {
    assertThat(sources.module()).isEqualTo("shop");
  }

  @Test
  void without_a_repository_the_workspace_of_the_runner_is_the_root(@TempDir Path workspace) {
    Path module = workspace.resolve("shop/core");
    assertThat(
            Sources.of(module, List.of(), Map.of("GITHUB_WORKSPACE", workspace.toString()))
                .module())
        .isEqualTo("shop/core");
    assertThat(Sources.of(module, List.of(), Map.of()).module()).isEqualTo("core");
  }

  @Test
  void a_path_with_blanks_and_letters_beyond_ascii_is_a_valid_reference() {
    assertThat(new Place("a b/päth (1)/C#.java", 1).uri())
        .isEqualTo("a%20b/p%C3%A4th%20(1)/C%23.java");
  }

  private static FindingBuilder leak(String subject) {
    return new FindingBuilder(Kind.HEAP, subject, "com.acme.Session");
  }
}
