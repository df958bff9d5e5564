package io.github.memoryleak.maven.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What JMH is asked for, and what becomes of its recordings. */
class BenchmarkRunTest {
  @TempDir Path folder;

  @Test
  void nothing_is_recorded_where_scores_are_taken() {
    assertThat(BenchmarkRun.scoring("Cart.*", Path.of("bench.json")))
        .containsExactly(
            "Cart.*", "-prof", "gc", "-foe", "true", "-rf", "json", "-rff", "bench.json");
  }

  @Test
  void one_jvm_of_each_benchmark_records_and_keeps_the_arguments_of_its_annotation() {
    assertThat(BenchmarkRun.recording("Cart.*", Path.of("a.jfc"), Path.of("my parts")))
        .containsExactly(
            "Cart.*",
            "-foe",
            "true",
            "-f",
            "1",
            "-wf",
            "0",
            "-jvmArgsPrepend",
            "\"-XX:StartFlightRecording=filename=my parts,dumponexit=true,settings=a.jfc\""
                + " -Xlog:jfr*=error");
  }

  @Test
  void without_a_selection_all_benchmarks_run() {
    assertThat(BenchmarkRun.scoring(" ", Path.of("bench.json"))).startsWith("-prof", "gc");
    assertThat(BenchmarkRun.recording("", Path.of("a.jfc"), Path.of("b"))).startsWith("-foe");
  }

  @Test
  void recordings_are_joined_in_the_order_of_their_names_and_nothing_else_is() throws IOException {
    Files.writeString(folder.resolve("2.jfr"), "second");
    Files.writeString(folder.resolve("1.jfr"), "first,");
    Files.writeString(folder.resolve("3.txt"), "third");
    Path joined = folder.resolve("joined");
    BenchmarkRun.join(folder, joined);
    assertThat(joined).hasContent("first,second");
  }

  @Test
  void a_list_of_benchmarks_in_a_directory_is_found() throws IOException {
    assertThat(BenchmarkRun.isAny(List.of(folder, folder.resolve("none.jar")))).isFalse();
    Path list = folder.resolve("META-INF/BenchmarkList");
    Files.createDirectories(list.getParent());
    Files.writeString(list, "");
    assertThat(BenchmarkRun.isAny(List.of(folder))).isTrue();
  }
}
