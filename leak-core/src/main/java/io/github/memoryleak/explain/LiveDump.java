package io.github.memoryleak.explain;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Dumps of the live objects of this JVM. The JVM makes the files readable by their owner only. */
final class LiveDump {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");
  private static final int BUFFER = 1 << 16;

  private LiveDump() {}

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
    Path unfinished = Files.createTempFile(directory, "heap", ".part");
    try {
      zip(dump, unfinished);
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

  private static void zip(Path from, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = new FastGzip(Files.newOutputStream(to))) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
    }
  }

  /** Time counts more than the last percent of size. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
