package io.github.memoryleak.maven.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkFileTest {
  static final String ENTRY =
      """
      { "jmhVersion" : "1.37", "benchmark" : "com.acme.CartBench.add", "mode" : "avgt",
        "jdkVersion" : "17.0.15", "vmName" : "OpenJDK 64-Bit Server VM",
        "params" : { "size" : "10", "kind" : "list" },
        "primaryMetric" : { "score" : 20.5, "scoreError" : 0.5, "scoreUnit" : "ns/op" },
        "secondaryMetrics" : { "%s" : { "score" : 48.0, "scoreError" : "NaN" } } }
      """;

  @TempDir private Path directory;

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("bench.json"), text);
  }

  @ParameterizedTest
  @CsvSource({"gc.alloc.rate.norm", "\u00b7gc.alloc.rate.norm"})
  void a_result_has_score_error_and_bytes_per_operation(String metric) throws IOException {
    BenchmarkFile found = BenchmarkFile.read(file("[" + ENTRY.formatted(metric) + "]"));
    assertThat(found.jvm()).isEqualTo("Java 17.0.15, OpenJDK 64-Bit Server VM, JMH 1.37");
    assertThat(found.results())
        .containsExactly(
            new BenchmarkResult(
                "com.acme.CartBench.add [kind=list, size=10]", "avgt", "ns/op", 20.5, 0.5, 48.0));
  }

  @Test
  void what_was_not_measured_is_not_there() throws IOException {
    String entry =
        ENTRY.formatted("gc.count").replace("\"scoreError\" : 0.5", "\"scoreError\" : \"NaN\"");
    BenchmarkResult found = BenchmarkFile.read(file("[" + entry + "]")).results().get(0);
    assertThat(found.error()).isNull();
    assertThat(found.bytesPerOperation()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|it is no list of results",
        "[]|it is no list of results",
        "[{}]|entry 1 has no benchmark with a score",
        "7|it is no list of results"
      })
  void a_foreign_file_is_told_as_that(String text, String why) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> BenchmarkFile.read(file))
        .isInstanceOf(UserError.class)
        .hasMessage(file + " has no results of JMH: " + why + ".");
  }

  @Test
  void a_file_that_is_cut_off_is_told_with_its_place() throws IOException {
    byte[] whole =
        ("[" + ENTRY.formatted("gc.alloc.rate.norm") + "]").getBytes(StandardCharsets.UTF_8);
    for (int length = 1; length < whole.length; length++) {
      Path file = Files.write(directory.resolve("cut.json"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> BenchmarkFile.read(file))
          .isInstanceOf(UserError.class)
          .hasMessageMatching(
              "\\Q"
                  + file
                  + "\\E is no whole JSON file: it makes no sense at line \\d+, column"
                  + " \\d+[.] Run leak:benchmark again[.]");
    }
  }

  @Test
  void an_empty_file_is_told_as_that() throws IOException {
    Path file = file("");
    assertThatThrownBy(() -> BenchmarkFile.read(file))
        .hasMessage(file + " has no results of JMH: it is no list of results.");
  }
}
