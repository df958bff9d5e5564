package io.github.memoryleak.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of our own stand for those of async-profiler: the names and the fields are the same. */
class RecordedBlocksTest {
  @TempDir Path directory;

  @Name("profiler.Malloc")
  @StackTrace
  static class Malloc extends Event {
    long address;
    long size;
  }

  @Name("profiler.Free")
  @StackTrace(false)
  static class Free extends Event {
    long address;
  }

  private interface Program {
    void run();
  }

  private List<NativeAllocation> recorded(Program program) throws IOException {
    Path file = directory.resolve("native.jfr");
    try (Recording recording = new Recording()) {
      recording.enable(Malloc.class);
      recording.enable(Free.class);
      recording.start();
      program.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordedBlocks.read(file);
  }

  private static void take(long address, long bytes) {
    Malloc event = new Malloc();
    event.address = address;
    event.size = bytes;
    event.commit();
  }

  private static void giveBack(long address) {
    Free event = new Free();
    event.address = address;
    event.commit();
  }

  private static void open(long address) {
    take(address, 64);
  }

  private static void load(long address) {
    take(address, 1024);
  }

  private static String text(NativeAllocation a) {
    StackTraceElement frame =
        a.stack().stream().filter(f -> !f.getMethodName().equals("take")).findFirst().orElseThrow();
    return a.blocks()
        + " blocks, "
        + a.bytes()
        + " bytes: "
        + frame.getClassName()
        + "."
        + frame.getMethodName();
  }

  @Test
  void what_is_not_given_back_is_told_by_its_stack_most_bytes_first() throws IOException {
    List<NativeAllocation> left =
        recorded(
            () -> {
              for (long i = 1; i <= 3; i++) {
                open(i << 8);
                load(i << 16);
              }
              giveBack(2 << 8);
              giveBack(77);
            });
    String name = RecordedBlocksTest.class.getName();
    assertThat(left)
        .extracting(RecordedBlocksTest::text)
        .containsExactly(
            "3 blocks, 3072 bytes: " + name + ".load", "2 blocks, 128 bytes: " + name + ".open");
    assertThat(left).noneMatch(NativeAllocation::ofJvm);
    assertThat(left.get(0).stack().get(0).getLineNumber()).isPositive();
  }

  @Test
  void what_other_threads_give_back_is_matched_by_time() throws IOException {
    List<NativeAllocation> left =
        recorded(
            () -> {
              for (long i = 1; i <= 200; i++) {
                long address = i << 8;
                open(address);
                Thread other = new Thread(() -> giveBack(address));
                other.start();
                join(other);
                if (i % 50 == 0) {
                  load(address);
                }
              }
            });
    assertThat(left)
        .extracting(RecordedBlocksTest::text)
        .containsExactly("4 blocks, 4096 bytes: " + RecordedBlocksTest.class.getName() + ".load");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void frames_that_the_jdk_generates_are_left_out() throws IOException {
    List<NativeAllocation> left = recorded(() -> IntStream.range(1, 2).forEach(i -> open(256)));
    assertThat(left.get(0).stack())
        .extracting(StackTraceElement::getClassName)
        .contains("java.util.stream.IntPipeline$Head")
        .noneMatch(name -> name.contains("$$Lambda") || name.contains("LambdaForm"));
  }

  @Test
  void a_recording_without_such_events_has_nothing() throws IOException {
    assertThat(recorded(() -> {})).isEmpty();
  }

  @Test
  void what_is_no_recording_cannot_be_read() throws IOException {
    Path file = Files.writeString(directory.resolve("native.jfr"), "no recording at all, but text");
    assertThatThrownBy(() -> RecordedBlocks.read(file)).isInstanceOf(IOException.class);
  }
}
