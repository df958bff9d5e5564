package io.github.memoryleak.explain;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.memoryleak.heap.hprof.FastGzip;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Dumps of the live objects of this JVM. The JVM makes the files readable by their owner only. */
final class LiveDump {
  /** In a dump an object has a longer head, and longer references: measured, with two of them. */
  private static final int LONGER = 20;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");

  private LiveDump() {}

  /**
   * {@return about how large a dump is, in bytes}
   *
   * @param heapBytes what the live objects take on the heap
   * @param objects how many they are
   */
  static long bytes(long heapBytes, long objects) {
    return heapBytes + LONGER * objects;
  }

  /** Writes a dump to a file that must not be there yet. */
  static void write(Path file) throws IOException {
    HotSpotDiagnosticMXBean bean =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (bean == null) {
      throw new IOException("this JVM cannot dump its heap: it is not a HotSpot JVM");
    }
    bean.dumpHeap(file.toString(), true);
  }

  /** Keeps a dump as {@code heap_<time>.hprof.gz}. */
  static Path keep(Path dump, Path directory) throws IOException {
    Files.createDirectories(directory);
    String name = "heap_" + TIME.format(LocalDateTime.now());
    Path target = directory.resolve(name + ".hprof.gz");
    for (int i = 2; Files.exists(target); i++) {
      target = directory.resolve(name + "_" + i + ".hprof.gz");
    }
    String prefix = "unfinished_" + ProcessHandle.current().pid() + "_" + target.getFileName();
    Path unfinished = Files.createTempFile(directory, prefix, ".part");
    try {
      FastGzip.compress(dump, unfinished);
      return Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
  }

  /** Keeps a dump of the heap as it is now. */
  static void keepNow(Path directory) throws IOException {
    Path scratch = Files.createTempDirectory("leak");
    Path dump = scratch.resolve("now.hprof");
    try {
      write(dump);
      keep(dump, directory);
    } finally {
      Files.deleteIfExists(dump);
      Files.delete(scratch);
    }
  }
}
