package io.github.memoryleak;

import io.github.memoryleak.census.CensusLog;
import io.github.memoryleak.rounds.Bench;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.time.Instant;

/**
 * The memory of this JVM at one moment.
 *
 * @param time when it was taken
 * @param heapBytes after a collection: the shallow bytes of all live objects; else the used heap,
 *     garbage included
 * @param committedBytes heap that the JVM holds from the operating system, in bytes
 * @param liveObjects number of live objects; {@value #NOT_COUNTED} without a collection
 * @param threads live platform threads, daemons included
 * @param loadedClasses classes that are loaded
 */
public record MemorySnapshot(
    Instant time,
    long heapBytes,
    long committedBytes,
    long liveObjects,
    int threads,
    int loadedClasses) {

  /** The number of live objects where they were not counted. */
  public static final long NOT_COUNTED = -1;

  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final ClassLoadingMXBean CLASSES = ManagementFactory.getClassLoadingMXBean();

  /**
   * Collects garbage, proves that the collection was full, and counts what is alive. Takes as long
   * as a full collection: milliseconds for a small heap, hundreds of them for a gigabyte.
   *
   * @return the snapshot
   * @throws IllegalStateException when this JVM cannot count live objects or does not collect
   */
  public static MemorySnapshot take() {
    return Bench.census(log -> of(log, 0));
  }

  /**
   * Reads the counters without collecting garbage; takes microseconds. For monitoring.
   *
   * @return the snapshot
   */
  public static MemorySnapshot quick() {
    MemoryUsage heap = MEMORY.getHeapMemoryUsage();
    return new MemorySnapshot(
        Instant.now(),
        heap.getUsed(),
        heap.getCommitted(),
        NOT_COUNTED,
        THREADS.getThreadCount(),
        CLASSES.getLoadedClassCount());
  }

  static MemorySnapshot of(CensusLog log, int row) {
    return new MemorySnapshot(
        Instant.now(),
        log.heapBytes(row),
        MEMORY.getHeapMemoryUsage().getCommitted(),
        log.objects(row),
        Math.toIntExact(log.threads(row)),
        CLASSES.getLoadedClassCount());
  }
}
