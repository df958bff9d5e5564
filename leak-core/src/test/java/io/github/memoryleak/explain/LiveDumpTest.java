package io.github.memoryleak.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.memoryleak.rounds.Bench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveDumpTest {
  @TempDir private Path directory;

  @Test
  void many_small_objects_take_more_than_on_the_heap_and_this_is_foreseen() throws IOException {
    List<List<Integer>> kept = new ArrayList<>();
    IntStream.range(1000, 300_000).forEach(i -> kept.add(new ArrayList<>(List.of(i))));
    assertForeseen();
    assertThat(kept).hasSize(299_000);
  }

  @Test
  void large_arrays_take_about_as_much_as_on_the_heap_and_this_is_foreseen() throws IOException {
    byte[][] kept = new byte[30][1 << 20];
    assertForeseen();
    assertThat(kept).hasDimensions(30, 1 << 20);
  }

  private void assertForeseen() throws IOException {
    double foreseen = Bench.census(log -> LiveDump.bytes(log.heapBytes(0), log.objects(0)));
    Path file = directory.resolve("now.hprof");
    LiveDump.write(file);
    assertThat(Files.size(file) / foreseen).isCloseTo(1, within(0.25));
  }
}
