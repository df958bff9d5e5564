package io.github.memoryleak.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.maven.settings.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class CheckedPartsTest {
  private final List<String> lines = new ArrayList<>();

  private final CheckedParts parts =
      new CheckedParts(
          new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
              lines.add(content.toString().replaceAll(" +\\d+\\.\\d s", " <time>"));
            }
          });

  @Test
  void all_parts_run_and_the_table_tells_each() throws Exception {
    parts.run(
        "test",
        () -> {
          throw new MojoFailureException("LEAK: 1 leak\n  in CartTest");
        });
    parts.run("benchmark", () -> Optional.of("there are none"));
    parts.run("compare", Optional::empty);
    assertThatThrownBy(parts::judge)
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("test: LEAK: 1 leak\n  in CartTest");
    assertThat(lines)
        .containsExactly(
            "",
            "part       verdict      time",
            "test       FAILED <time>  LEAK: 1 leak",
            "benchmark  SKIPPED <time>  there are none",
            "compare    PASS <time>");
  }

  @Test
  void what_could_not_be_measured_stays_beside_a_failure() throws Exception {
    parts.run(
        "test",
        () -> {
          throw new MojoExecutionException("INCONCLUSIVE");
        });
    parts.run(
        "compare",
        () -> {
          throw new MojoFailureException("worse");
        });
    assertThatThrownBy(parts::judge)
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("compare: worse\ntest: INCONCLUSIVE");
  }

  @Test
  void an_error_alone_is_an_error() throws Exception {
    parts.run(
        "benchmark",
        () -> {
          throw new UserError("no such file");
        });
    assertThatThrownBy(parts::judge)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("benchmark: no such file");
  }

  @Test
  void when_all_is_well_the_build_goes_on() throws Exception {
    parts.run("test", Optional::empty);
    assertThatCode(parts::judge).doesNotThrowAnyException();
  }
}
