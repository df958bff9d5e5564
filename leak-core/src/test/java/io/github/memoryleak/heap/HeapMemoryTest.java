package io.github.memoryleak.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeapMemoryTest {
  private static final long MB = 1 << 20;

  @Test
  void few_objects_are_read_with_the_first_compiler_however_large_their_arrays() {
    assertThat(HeapMemory.jvmOptions(500 * MB, 750_000))
        .containsExactly(
            "-Xmx806m", "-XX:-UsePerfData", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  }

  @Test
  void many_objects_pay_for_the_optimising_compiler() {
    List<String> many =
        List.of(
            "-Xmx806m",
            "-XX:-UsePerfData",
            "-XX:+UseParallelGC",
            "-XX:MaxNewSize=100m",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");
    assertThat(HeapMemory.jvmOptions(500 * MB, 10_000_000)).isEqualTo(many);
    assertThat(HeapMemory.jvmOptions(500 * MB)).isEqualTo(many);
  }

  @Test
  void a_small_dump_of_which_nothing_else_is_known_has_few_objects() {
    assertThat(HeapMemory.jvmOptions(100 * MB))
        .containsExactly(
            "-Xmx366m", "-XX:-UsePerfData", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  }
}
