package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The patterns of the documentation: each bad form leaks, each good one passes. */
class PatternsIT {
  private static final MarkdownPage PAGE =
      MarkdownPage.of(Path.of("..", "docs", "patterns.md").toAbsolutePath().normalize());

  @Test
  void each_bad_form_leaks_and_each_good_one_passes() {
    MavenResult build = MavenRun.of("patterns").run("leak:test");
    assertThat(build.subjects())
        .containsExactlyInAnyOrder(
            "LEAK com.acme.BadCacheTest#keeps_a_price",
            "LEAK com.acme.BadContextTest#works_on_a_request",
            "LEAK com.acme.BadFeedTest#asks_for_a_price",
            "LEAK com.acme.BadHistoryTest#takes_an_order",
            "LEAK com.acme.BadReportTest#counts_rows",
            "LEAK com.acme.BadWindowTest#shows_an_event",
            "PASS com.acme.GoodCacheTest",
            "PASS com.acme.GoodContextTest",
            "PASS com.acme.GoodFeedTest",
            "PASS com.acme.GoodHistoryTest",
            "PASS com.acme.GoodReportTest",
            "PASS com.acme.GoodWindowTest");
    List<String> told =
        Stream.of(build.report().get("findings"))
            .flatMap(findings -> findings.findParents("site").stream())
            .map(f -> f.path("holder").asText() + " " + f.path("site").path(0).asText())
            .toList();
    List<List<String>> rows = PAGE.rows("| leak | held by | created at |");
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            rows.stream().map(row -> row.get(1) + " " + row.get(2)).toList());
  }

  @Test
  void the_code_of_the_page_is_that_of_the_sample() throws IOException {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.walk(Settings.samples().resolve("patterns/src/main"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        code.append(Files.readString(file));
      }
    }
    assertThat(PAGE.blocks("java")).hasSize(12).allMatch(code.toString()::contains);
  }
}
