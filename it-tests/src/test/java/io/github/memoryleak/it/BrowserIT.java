package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of profiles in a real browser; skipped where there is no Chromium on the path. */
@Tag("long")
class BrowserIT {
  private static final Pattern ADDRESS = Pattern.compile("Open (http://127[.]0[.]0[.]1:\\S+)");
  private static final int MANY_COLOURS = 10;

  @TempDir private Path folder;
  private Browser browser;

  @BeforeEach
  void find() {
    Optional<Browser> found = Browser.installed(folder);
    assumeTrue(found.isPresent(), "there is no Chromium on the path");
    browser = found.orElseThrow();
  }

  private interface Visit {
    void at(String address) throws IOException, InterruptedException;
  }

  /** Serves a profile until its time is over, and looks at it meanwhile. */
  private static void visit(MavenRun project, Path profile, Visit visit)
      throws IOException, InterruptedException {
    Path log = project.directory().resolveSibling(project.directory().getFileName() + ".log");
    Files.deleteIfExists(log);
    CompletableFuture<MavenResult> build =
        CompletableFuture.supplyAsync(
            () ->
                project.run(
                    "leak:analyze",
                    "-Dleak.http",
                    "-Dleak.httpTimeout=45s",
                    "-Dleak.profile=" + profile));
    visit.at(address(build, log));
    MavenResult ended = build.join();
    assertThat(ended.exit()).as(ended.output()).isZero();
    assertThat(ended.lines()).contains("[INFO] It is there for 45 seconds, or until Ctrl-C.");
  }

  private static String address(CompletableFuture<MavenResult> build, Path log)
      throws IOException, InterruptedException {
    while (!build.isDone()) {
      String text = Files.exists(log) ? Files.readString(log) : "";
      Matcher address = ADDRESS.matcher(text);
      if (address.find()) {
        return address.group(1);
      }
      Thread.sleep(50);
    }
    throw new AssertionError("No address was told:\n" + build.join().output());
  }

  private static Path profile(MavenRun project, String ending) throws IOException {
    try (Stream<Path> files = Files.list(project.directory().resolve("target/profiles"))) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().findFirst().orElseThrow();
    }
  }

  private static long colours(BufferedImage picture) {
    return IntStream.range(0, picture.getWidth() * picture.getHeight())
        .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()))
        .distinct()
        .count();
  }

  @Test
  void a_recording_has_its_tables_and_a_flame_graph_that_is_drawn() throws Exception {
    MavenRun project = MavenRun.of("quickstart");
    project.run("leak:profile");
    visit(
        project,
        profile(project, ".jfr"),
        address -> {
          assertThat(browser.html(address))
              .contains("What allocates, by itself (flat) and with what it calls (cum):")
              .contains("By test (19 runs):");
          assertThat(browser.html(address + "flamegraph")).contains("Allocated bytes");
          assertThat(colours(browser.picture(address + "flamegraph"))).isGreaterThan(MANY_COLOURS);
          // Without the token there is nothing to see.
          String root = address.substring(0, address.indexOf('/', "http://".length()) + 1);
          assertThat(browser.html(root)).doesNotContain("What allocates");
        });
  }

  @Test
  void a_heap_dump_has_its_tables_and_what_keeps_most_alive() throws Exception {
    MavenRun project = MavenRun.of("quickstart");
    project.run("leak:heap", "-Dleak.top=3");
    visit(
        project,
        profile(project, ".hprof"),
        address -> {
          assertThat(browser.html(address)).contains("strongly reachable");
          assertThat(browser.html(address + "dominators")).contains("What keeps most alive");
        });
  }

  @Test
  void what_differs_between_recordings_is_drawn_both_ways() throws Exception {
    MavenRun project = MavenRun.of("quickstart");
    project.run("leak:profile", "-Dleak.test=CartTest");
    project.run("leak:profile");
    MavenResult comparison = project.run("leak:compare", "-Dleak.allocationGrowth=900%");
    assertThat(comparison.exit()).as(comparison.output()).isZero();
    for (String ending : new String[] {".diff.html", ".diff-base.html"}) {
      Path graph = profile(project, ending);
      assertThat(colours(browser.picture(graph.toUri().toString()))).isGreaterThan(MANY_COLOURS);
    }
  }
}
