package io.github.memoryleak.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.heap.HeapMemory;
import io.github.memoryleak.heap.growth.GrownHolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthProcessTest {
  private static final GrowthProcess.Question QUESTION = new GrowthProcess.Question(8, 64, false);
  private static final List<Object> KEPT = new ArrayList<>();

  @TempDir private Path directory;
  private Path first;
  private Path second;

  private record Kept(int number) {}

  @BeforeEach
  void names() {
    first = directory.resolve("first.hprof");
    second = directory.resolve("second.hprof");
  }

  private GrowthProcess start() throws IOException {
    return GrowthProcess.start(
        directory, QUESTION, List.of(first, second), HeapMemory.jvmOptions(1 << 20));
  }

  private String noDump() {
    return "the comparison of the dumps failed: "
        + first
        + ", byte 0: expected a heap dump, which begins with \"JAVA PROFILE 1.0.\"; make one with"
        + " jcmd <pid> GC.heap_dump <file>";
  }

  @Test
  void what_was_added_between_the_dumps_is_told_with_its_holder() throws Exception {
    try (GrowthProcess comparison = start()) {
      LiveDump.write(first);
      comparison.dumpIsThere();
      for (int i = 0; i < 100; i++) {
        KEPT.add(new Kept(i));
      }
      LiveDump.write(second);
      comparison.dumpIsThere();
      assertThat(comparison.answer().holders())
          .extracting(GrownHolder::holder)
          .contains("static io.github.memoryleak.explain.GrowthProcessTest.KEPT");
    } finally {
      KEPT.clear();
    }
  }

  @Test
  void the_first_dump_is_read_before_the_second_is_written() throws Exception {
    try (GrowthProcess comparison = start()) {
      Files.writeString(first, "no dump");
      comparison.dumpIsThere();
      assertThatThrownBy(comparison::answer).isInstanceOf(IOException.class).hasMessage(noDump());
    }
  }

  @Test
  void what_has_ended_cannot_be_told_of_a_dump() throws Exception {
    try (GrowthProcess comparison = start()) {
      Files.writeString(first, "no dump");
      comparison.dumpIsThere();
      assertThatThrownBy(
              () -> {
                while (true) {
                  TimeUnit.MILLISECONDS.sleep(10);
                  comparison.dumpIsThere();
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessage(noDump());
    }
  }

  @Test
  void when_nobody_waits_any_more_the_process_ends() throws Exception {
    List<ProcessHandle> before = ProcessHandle.current().children().toList();
    GrowthProcess comparison = start();
    List<ProcessHandle> started = new ArrayList<>(ProcessHandle.current().children().toList());
    started.removeAll(before);
    assertThat(started).hasSize(1);
    comparison.close();
    started.get(0).onExit().get(1, TimeUnit.MINUTES);
    assertThat(started.get(0).isAlive()).isFalse();
  }
}
