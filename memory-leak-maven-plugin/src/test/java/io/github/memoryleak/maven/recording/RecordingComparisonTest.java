package io.github.memoryleak.maven.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.memoryleak.maven.recording.Planted.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Growth that is planted: one site is made heavier, one is removed, one moves. Hundreds of
 * megabytes, as an event tells up to a whole buffer of a thread, some two megabytes, for one
 * object; in small pieces, as two large ones do not share a buffer, and what is left of it counts
 * too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingComparisonTest {
  private static final String OWN = Planted.class.getName() + ".";

  @TempDir private static Path directory;
  private Recording base;
  private Recording current;

  @BeforeAll
  void record() throws IOException {
    base =
        Planted.record(
            directory.resolve("mem_1.jfr"),
            new Part("heavy", () -> Heavy.run(1000)),
            new Part("removed", () -> Planted.removed(400)),
            new Part("moved", () -> Before.run(600)));
    current =
        Planted.record(
            directory.resolve("mem_2.jfr"),
            new Part("heavy", () -> Heavy.run(1300)),
            new Part("moved", () -> After.run(600)),
            new Part("nothing", () -> {}));
  }

  private static final class Heavy {
    static void run(int megabytes) {
      for (int i = 0; i < Planted.chunks(megabytes); i++) {
        Planted.sink = new byte[Planted.CHUNK];
      }
    }
  }

  private static final class Before {
    static void run(int megabytes) {
      for (int i = 0; i < Planted.chunks(megabytes); i++) {
        Planted.sink = new char[Planted.CHUNK / Character.BYTES];
      }
    }
  }

  private static final class After {
    static void run(int megabytes) {
      for (int i = 0; i < Planted.chunks(megabytes); i++) {
        Planted.sink = new char[Planted.CHUNK / Character.BYTES];
      }
    }
  }

  private static RecordingComparison.Change site(RecordingComparison found, String method) {
    return found.sites().stream()
        .filter(c -> c.name().startsWith(method + "  "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_site_that_is_heavier_is_told_with_its_growth() {
    RecordingComparison found = RecordingComparison.of(base, current);
    RecordingComparison.Change heavy = site(found, Heavy.class.getName() + ".run");
    assertThat(found.isByTest()).isTrue();
    assertThat(heavy.change() / heavy.base()).isCloseTo(0.3, within(0.03));
    assertThat(heavy.movedFrom()).isEmpty();
  }

  @Test
  void a_site_that_is_gone_is_told_as_that() {
    RecordingComparison found = RecordingComparison.of(base, current);
    RecordingComparison.Change removed = site(found, OWN + "longs");
    assertThat(removed.current()).isZero();
    assertThat(removed.base() * 3 / Planted.MEGABYTE).isCloseTo(400, within(40.0));
  }

  @Test
  void a_site_that_moved_is_no_regression() {
    RecordingComparison found = RecordingComparison.of(base, current);
    RecordingComparison.Change moved = site(found, After.class.getName() + ".run");
    assertThat(moved.movedFrom()).isEqualTo(Before.class.getName() + ".run");
    assertThat(found.sites()).noneMatch(c -> c.name().startsWith(Before.class.getName()));
    assertThat(RecordingComparisonText.exceeded(found, 0.1)).isEmpty();
  }

  @Test
  void more_in_all_than_is_tolerated_is_told_with_limit() {
    RecordingComparison found = RecordingComparison.of(current, base);
    assertThat(RecordingComparisonText.exceeded(found, 0.01))
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .matches(
                        "Allocation per test run grew by [+]\\d[.]\\d%, from 6\\d\\d[.]\\d\\d MB to"
                            + " 6\\d\\d[.]\\d\\d MB; the limit is [+]1[.]0% [(]leak[.]allocationGrowth[)][.]"));
  }

  @Test
  void the_text_names_what_came_and_went() {
    List<String> lines =
        RecordingComparisonText.of(RecordingComparison.of(base, current), Integer.MAX_VALUE);
    assertThat(lines)
        .anyMatch(l -> l.matches(".* gone  " + OWN.replace(".", "[.]") + "longs  long\\[]"))
        .anyMatch(
            l ->
                l.endsWith(" (moved from " + Before.class.getName() + ".run)")
                    && !l.contains("new"));
  }

  @Test
  void what_runs_the_tests_is_not_compared() throws IOException {
    Recording small =
        Planted.record(directory.resolve("mem_3.jfr"), new Part("heavy", () -> Heavy.run(500)));
    Recording large =
        Planted.record(
            directory.resolve("mem_4.jfr"),
            () -> Planted.heavy(600),
            new Part("heavy", () -> Heavy.run(500)));
    RecordingComparison found = RecordingComparison.of(small, large);
    assertThat(found.growth()).isCloseTo(0, within(0.03));
    assertThat(found.outside(large) / (double) Planted.MEGABYTE).isCloseTo(600, within(60.0));
    assertThat(RecordingComparisonText.of(found, 3))
        .anyMatch(
            l ->
                l.matches(
                    "Outside of tests, in all: .* -> .* [(]start, discovery, set-up of classes; not"
                        + " judged[)]"));
  }

  @Test
  void a_lambda_has_the_same_name_in_each_run() {
    Frame one = Frame.of("com.acme.Cart$$Lambda$420", "accept", 65_535);
    assertThat(one).isEqualTo(Frame.of("com.acme.Cart$$Lambda$17/0x0800", "accept", 65_535));
    assertThat(one.label()).isEqualTo("com.acme.Cart$$Lambda.accept");
    assertThat(Frame.of("com.acme.Cart", "add", 7).label()).isEqualTo("com.acme.Cart.add:7");
  }

  @Test
  void each_flame_graph_has_what_only_its_recording_has() throws IOException {
    List<Path> graphs = RecordingFiles.writeDifference(RecordingComparison.of(base, current));
    assertThat(graphs)
        .extracting(file -> String.valueOf(file.getFileName()))
        .containsExactly("mem_2.diff.html", "mem_2.diff-base.html");
    assertThat(Files.readString(graphs.get(0))).contains("After").doesNotContain("$Before");
    assertThat(Files.readString(graphs.get(1))).contains("Before").doesNotContain("$After");
  }
}
