package io.github.memoryleak.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.report.AnyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubActionsTest {
  private static final LeakReport REPORT =
      SampleReport.of(SampleReport.leak(Status.NEW), SampleReport.leak(Status.BASELINE));

  private static GitHubActions actions(LeakReport report) {
    return new GitHubActions(report, SampleReport.SOURCES, true);
  }

  @Test
  void a_build_elsewhere_is_told_by_its_environment() {
    assertThat(GitHubActions.isHere(Map.of("GITHUB_ACTIONS", "true"))).isTrue();
    assertThat(GitHubActions.isHere(Map.of())).isFalse();
  }

  @Test
  void each_leak_that_counts_is_an_annotation() {
    assertThat(actions(REPORT).annotations())
        .containsExactly(
            "::error file=shop/pom.xml,line=1,title=Memory leak%3A com.acme.Session::"
                + "com.acme.Session: +1 instance, +24 B per loop, in com.acme.CheckoutTest#pay, held"
                + " by static com.acme.Sessions.ACTIVE. It is never removed. Remove it.");
    assertThat(new GitHubActions(REPORT, SampleReport.SOURCES, false).annotations().get(0))
        .startsWith("::warning file=");
  }

  @Test
  void there_are_ten_annotations_at_most() {
    Finding leak = SampleReport.leak(Status.NEW);
    Finding[] many =
        IntStream.range(0, 25)
            .mapToObj(i -> leak.toBuilder().fingerprint("5f" + i).build())
            .toArray(Finding[]::new);
    assertThat(actions(SampleReport.of(many)).annotations()).hasSize(10);
  }

  @Property(tries = 200)
  void an_annotation_is_always_one_line(@ForAll long seed) {
    assertThat(actions(new AnyReport(seed).report()).annotations())
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches("::error file=[^:,\r\n]*,line=\\d+,title=[^:,\r\n]*::[^\r\n]*"));
  }

  @Test
  void the_summary_is_added_to_what_other_steps_wrote(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("summary.md");
    Files.writeString(file, "before\n");
    assertThat(actions(REPORT).summarize(Map.of("GITHUB_STEP_SUMMARY", file.toString()))).isEmpty();
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            before
            ### Memory leaks: LEAK

            1 leak in 1 of 2 subjects, 1 inconclusive, 1 accepted by the baseline.

            | Leak | Growth | Shown by | Held by | Created at |
            |---|---|---|---|---|
            | HEAP <code>com.acme.Session</code> | +1 instance, +24 B per loop | <code>com.acme.CheckoutTest#pay</code> | <code>static com.acme.Sessions.ACTIVE</code> | <code>shop/pom.xml:1</code> |

            - INCONCLUSIVE <code>com.acme.SlowTest</code>: it &#124; grows

            """);
  }

  @Test
  void a_summary_that_is_full_stays_as_it_is(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("summary.md");
    Files.write(file, new byte[(1 << 20) - 10]);
    assertThat(actions(REPORT).summarize(Map.of("GITHUB_STEP_SUMMARY", file.toString())))
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .matches(
                        "The summary of the step has no room for [0-9.]+ B: GitHub takes 1.00 MB at most."));
    assertThat(Files.size(file)).isEqualTo((1 << 20) - 10);
  }
}
