package io.github.memoryleak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.rounds.Operation;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What leaks without being on the heap. */
class ResourceLeaksTest {
  @TempDir Path directory;

  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<ByteBuffer> buffers = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private static RepeatedCheck check(String name, Operation operation) throws Exception {
    return MemoryLeakDetector.repeating(name, operation).settle(Duration.ofMillis(400)).run();
  }

  private static String leak(Operation operation) throws Exception {
    RepeatedCheck check = check("load", operation);
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.LEAK);
    assertThat(check.findings()).as(check.toString()).hasSize(1);
    return text(check.findings().get(0));
  }

  private static String text(Finding f) {
    return f.kind() + " " + f.state() + " " + f.type() + " " + f.countPerLoop();
  }

  private static void assertClean(Operation operation) throws Exception {
    RepeatedCheck check = check("load", operation);
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.PASS);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_folder_that_stays_open_is_named() throws Exception {
    Path folder = Files.createDirectory(directory.resolve("scanned"));
    String finding = leak(() -> open.add(Files.newDirectoryStream(folder)));
    assertThat(finding).matches("FILE_DESCRIPTOR HELD .*/scanned [12].0");
  }

  @Test
  void a_folder_that_is_closed_is_clean() throws Exception {
    assertClean(
        () -> {
          try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            assertThat(entries.iterator().hasNext()).isFalse();
          }
        });
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_stream_that_only_the_collector_closes_is_unclosed() throws Exception {
    Path file = Files.writeString(directory.resolve("orders.txt"), "1");
    String finding = leak(() -> new FileInputStream(file.toFile()).read());
    assertThat(finding).matches("FILE_DESCRIPTOR UNCLOSED .*/orders.txt 1.0");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void small_collections_in_between_do_not_hide_it() throws Exception {
    Path file = Files.writeString(directory.resolve("orders.txt"), "1");
    int[] loops = {0};
    String finding =
        leak(
            () -> {
              assertThat(new FileInputStream(file.toFile()).read()).isEqualTo('1');
              if (++loops[0] % 7 == 0) {
                System.gc();
                Thread.sleep(5);
              }
            });
    assertThat(finding).matches("FILE_DESCRIPTOR UNCLOSED .*/orders.txt 1[.].*");
  }

  @Test
  void files_that_threads_close_late_were_not_left_to_the_collector() throws Exception {
    Path file = Files.writeString(directory.resolve("orders.txt"), "1");
    RepeatedCheck check =
        MemoryLeakDetector.repeating("load", () -> readSlowly(file))
            .settle(Duration.ofSeconds(3))
            .rounds(9)
            .run();
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.PASS);
    assertThat(check.subject().rounds()).isLessThan(9);
  }

  private static void readSlowly(Path file) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              try (FileInputStream in = new FileInputStream(file.toFile())) {
                Thread.sleep(900 + in.read());
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    reader.start();
    Thread.sleep(20);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_socket_that_stays_open_is_told_by_its_endpoint() throws Exception {
    String finding = leak(() -> open.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress())));
    assertThat(finding)
        .isEqualTo("FILE_DESCRIPTOR HELD tcp socket that listens on 127.0.0.1:%d 1.0");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_ends_of_a_pipe_are_a_leak_of_two() throws Exception {
    String finding =
        leak(
            () -> {
              Pipe pipe = Pipe.open();
              open.add(pipe.source());
              open.add(pipe.sink());
            });
    assertThat(finding).isEqualTo("FILE_DESCRIPTOR HELD pipe 2.0");
  }

  @Test
  void direct_buffers_that_are_kept_are_told_with_their_memory() throws Exception {
    RepeatedCheck check = check("load", () -> buffers.add(ByteBuffer.allocateDirect(4096)));
    assertThat(check.findings()).as(check.toString()).hasSize(1);
    Finding finding = check.findings().get(0);
    assertThat(text(finding)).isEqualTo("DIRECT_BUFFER HELD java.nio.DirectByteBuffer 1.0");
    assertThat(finding.bytesPerLoop()).isBetween(4096L, 4200L);
  }

  @Test
  void direct_buffers_that_are_dropped_are_clean() throws Exception {
    assertClean(() -> ByteBuffer.allocateDirect(4096));
  }

  @Test
  void an_inflater_that_nobody_ends_is_unclosed() throws Exception {
    assertThat(leak(Inflater::new)).isEqualTo("NATIVE UNCLOSED java.util.zip.Inflater 1.0");
  }

  @Test
  void two_of_a_kind_are_one_finding() throws Exception {
    RepeatedCheck check =
        check(
            "load",
            () -> {
              packed();
              packed();
              assertThat(new Inflater().finished()).isFalse();
            });
    assertThat(check.toString())
        .isEqualTo(
            """
            NATIVE LEAK DETECTED in load: java.util.zip.Deflater: +3 allocations per loop
              +1  java.util.zip.Inflater""");
  }

  private static void packed() {
    assertThat(new Deflater().finished()).isFalse();
  }

  @Test
  void a_limit_on_files_tolerates_so_many() throws Exception {
    Operation leaking =
        () -> {
          try {
            open.add(new FileInputStream(Files.createTempFile(directory, "a", "b").toFile()));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    LeakThresholds tolerant =
        new LeakThresholds(1, 1 << 20, 0, 100_000, 0, new ResourceLimits(0, 0, 1, 0, 0));
    RepeatedCheck check =
        MemoryLeakDetector.repeating("load", leaking)
            .settle(Duration.ofMillis(400))
            .thresholds(tolerant)
            .run();
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.PASS);
  }
}
