package io.github.memoryleak;

import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import java.util.Locale;

/**
 * How much growth is tolerated.
 *
 * <p>The first three are levels: what a single comparison with a baseline may show, and what
 * decides over growth that the rounds could neither confirm nor refute. The last two are limits on
 * <em>proven</em> growth, which by default is never tolerated.
 *
 * @param heapGrowth tolerated growth of the live heap as a fraction of the baseline, {@code 0.20}
 *     for 20 %
 * @param heapGrowthBytes tolerated growth of the live heap in bytes; heap growth counts when both
 *     are exceeded
 * @param threadGrowth how many more threads are tolerated
 * @param heapBytesPerLoop tolerated proven growth of the heap, in bytes per loop
 * @param threadsPerLoop tolerated proven growth of threads, per loop
 * @param others tolerated proven growth of everything else
 */
public record LeakThresholds(
    double heapGrowth,
    long heapGrowthBytes,
    int threadGrowth,
    long heapBytesPerLoop,
    double threadsPerLoop,
    ResourceLimits others) {

  private static final long MIB = 1L << 20;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when a value is negative or not a number; the message names it
   */
  public LeakThresholds {
    check("heapGrowth", heapGrowth);
    check("heapGrowthBytes", heapGrowthBytes);
    check("threadGrowth", threadGrowth);
    check("heapBytesPerLoop", heapBytesPerLoop);
    check("threadsPerLoop", threadsPerLoop);
  }

  /**
   * Tolerates no proven growth of anything but heap and threads.
   *
   * @param heapGrowth as above
   * @param heapGrowthBytes as above
   * @param threadGrowth as above
   * @param heapBytesPerLoop as above
   * @param threadsPerLoop as above
   */
  public LeakThresholds(
      double heapGrowth,
      long heapGrowthBytes,
      int threadGrowth,
      long heapBytesPerLoop,
      double threadsPerLoop) {
    this(
        heapGrowth,
        heapGrowthBytes,
        threadGrowth,
        heapBytesPerLoop,
        threadsPerLoop,
        ResourceLimits.NONE);
  }

  /** {@return 10 %, 0 threads: for code that is known to be flat} */
  public static LeakThresholds strict() {
    return new LeakThresholds(0.10, MIB, 0, 0, 0);
  }

  /** {@return 20 %, 2 threads: the default} */
  public static LeakThresholds normal() {
    return new LeakThresholds(0.20, MIB, 2, 0, 0);
  }

  /** {@return 30 %, 5 threads: for code with large caches and pools} */
  public static LeakThresholds permissive() {
    return new LeakThresholds(0.30, MIB, 5, 0, 0);
  }

  /**
   * {@return the preset of that name}
   *
   * @param name {@code strict}, {@code normal} or {@code permissive}, in any case
   * @throws IllegalArgumentException when there is no such preset; the message lists them
   */
  public static LeakThresholds preset(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "strict" -> strict();
      case "normal" -> normal();
      case "permissive" -> permissive();
      default ->
          throw new IllegalArgumentException(
              "There is no preset '" + name + "': use strict, normal or permissive");
    };
  }

  /**
   * {@return whether proven growth is more than tolerated}
   *
   * @param finding the leak
   */
  public boolean isExceeded(Finding finding) {
    return switch (finding.kind()) {
      case HEAP -> finding.bytesPerLoop() > heapBytesPerLoop;
      case THREAD -> finding.countPerLoop() > threadsPerLoop;
      case CLASS_LOADER -> finding.countPerLoop() > others.classLoadersPerLoop();
      case METASPACE -> finding.countPerLoop() > others.classesPerLoop();
      case FILE_DESCRIPTOR -> finding.countPerLoop() > others.fileDescriptorsPerLoop();
      case DIRECT_BUFFER -> finding.bytesPerLoop() > others.directBufferBytesPerLoop();
      case NATIVE ->
          finding.bytesPerLoop() > others.nativeBytesPerLoop()
              || (finding.countPerLoop() > 0 && others.nativeBytesPerLoop() == 0);
    };
  }

  /**
   * {@return whether the heap grew by more than both limits}
   *
   * @param heapBytes live heap before and after, in bytes
   */
  public boolean isHeapExceeded(Change heapBytes) {
    return heapBytes.growth() > heapGrowthBytes && heapBytes.percent() > 100 * heapGrowth;
  }

  /**
   * {@return whether there are more new threads than tolerated}
   *
   * @param threads live threads before and after
   */
  public boolean isThreadsExceeded(Change threads) {
    return threads.growth() > threadGrowth;
  }

  static void check(String name, double value) {
    if (Double.isNaN(value) || Double.isInfinite(value) || value < 0) {
      throw new IllegalArgumentException(
          name + " must be a number that is not negative, but is " + text(value));
    }
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1L << 53
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
