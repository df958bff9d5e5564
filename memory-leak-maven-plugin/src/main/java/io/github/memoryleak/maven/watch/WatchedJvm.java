package io.github.memoryleak.maven.watch;

import io.github.memoryleak.maven.dump.AttachedJvm;
import io.github.memoryleak.maven.watch.WatchSample.ClassCount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Takes samples of a running JVM from outside. */
final class WatchedJvm {
  private static final String BUFFER = "java.nio.DirectByteBuffer";

  private final AttachedJvm jvm;
  private final boolean collect;

  /**
   * Takes samples of a JVM.
   *
   * @param jvm the JVM
   * @param collect whether its garbage is collected for each sample
   */
  WatchedJvm(AttachedJvm jvm, boolean collect) {
    this.jvm = jvm;
    this.collect = collect;
  }

  /**
   * {@return a sample; none when the JVM has ended}
   *
   * @param withClasses whether its objects are counted, which stops it as long as a walk through
   *     its heap takes; they are whenever garbage is collected
   */
  Optional<WatchSample> sample(boolean withClasses) throws IOException, InterruptedException {
    Map<String, ClassCount> classes = Map.of();
    if (collect) {
      classes = ClassHistogram.parse(jvm.ask("GC.class_histogram"));
    } else if (withClasses) {
      classes = ClassHistogram.parse(jvm.ask("GC.class_histogram", "-all"));
    }
    PerfCounters counters = PerfCounters.parse(jvm.ask("PerfCounter.print"));
    if (counters.isEmpty()) {
      return Optional.empty();
    }
    Map<Level, Long> levels = levels(counters);
    if (!classes.isEmpty()) {
      ClassCount buffers = classes.getOrDefault(BUFFER, new ClassCount(0, 0));
      levels.put(Level.DIRECT_BUFFERS, buffers.instances());
    }
    return Optional.of(new WatchSample(Instant.now(), counters.collections(), levels, classes));
  }

  private Map<Level, Long> levels(PerfCounters counters) throws IOException {
    Map<Level, Long> levels = new EnumMap<>(Level.class);
    put(levels, Level.HEAP, counters.heapAfterCollection());
    put(levels, Level.THREADS, counters.threads());
    put(levels, Level.CLASSES, counters.classes());
    put(levels, Level.METASPACE, counters.metaspace());
    put(levels, Level.FILE_DESCRIPTORS, fileDescriptors());
    put(levels, Level.RESIDENT, resident());
    return levels;
  }

  private static void put(Map<Level, Long> levels, Level level, OptionalLong value) {
    value.ifPresent(v -> levels.put(level, v));
  }

  private Path proc(String name) {
    return Path.of("/proc", Long.toString(jvm.pid()), name);
  }

  private OptionalLong fileDescriptors() {
    try (Stream<Path> open = Files.list(proc("fd"))) {
      return OptionalLong.of(open.count());
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private OptionalLong resident() {
    try {
      String status = Files.readString(proc("status"), StandardCharsets.ISO_8859_1);
      return status
          .lines()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
