package io.github.memoryleak;

import io.github.memoryleak.census.CensusLog;
import io.github.memoryleak.census.Meter;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.rounds.Bench;
import io.github.memoryleak.rounds.Operation;
import io.github.memoryleak.rounds.ThreadWatch;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the memory of this JVM with a baseline.
 *
 * <pre>{@code
 * var detector = new MemoryLeakDetector(0.20, 2);
 * detector.setBaseline();
 * runTheOperation();
 * assertFalse(detector.checkLeak("operation"), () -> detector.lastCheck().toString());
 * }</pre>
 *
 * <p>One comparison sees large leaks only. {@link #repeating} runs the operation in rounds and sees
 * 16 bytes per run.
 *
 * <p>A detector is for one thread at a time.
 */
public final class MemoryLeakDetector {
  private final LeakThresholds thresholds;
  private final Duration settle;
  private final PrintStream out;
  private final Bench bench = new Bench(2);
  private @Nullable ThreadWatch watch;
  private @Nullable LeakCheck lastCheck;

  /**
   * Makes a detector that tolerates growth of the heap by a fraction (and by 1 MiB, whatever the
   * fraction) and of the threads by a number.
   *
   * @param heapGrowthThreshold a fraction, {@code 0.20} for 20 %
   * @param threadVariance how many more threads are tolerated
   * @throws IllegalArgumentException when one is negative or not a number
   */
  public MemoryLeakDetector(double heapGrowthThreshold, int threadVariance) {
    this(builder().heapGrowth(heapGrowthThreshold).threadGrowth(threadVariance));
  }

  MemoryLeakDetector(DetectorBuilder builder) {
    thresholds = builder.thresholds();
    settle = builder.settle();
    out = builder.out();
  }

  /** {@return a builder with the normal preset: 20 %, 1 MiB, 2 threads} */
  public static DetectorBuilder builder() {
    return new DetectorBuilder();
  }

  /**
   * Prepares to run an operation again and again until it is clear whether it leaks.
   *
   * @param name the operation's name for the report
   * @param operation one loop
   * @return settings, then {@link Repeating#run()}
   */
  public static Repeating repeating(String name, Operation operation) {
    return new Repeating(name, operation);
  }

  /**
   * Collects garbage and takes the baseline; replaces an earlier one.
   *
   * @throws IllegalStateException when this JVM cannot count live objects
   */
  public void setBaseline() {
    watch = ThreadWatch.start();
    bench.log().clear();
    bench.census().take();
  }

  /**
   * Compares with the baseline and prints the result's lines.
   *
   * @param operation the operation's name
   * @return whether it leaked; the numbers, classes and threads are in {@link #lastCheck()}
   * @throws IllegalStateException when there is no baseline
   */
  public boolean checkLeak(String operation) {
    LeakCheck check = check(operation);
    out.println(check);
    return check.leaked();
  }

  /**
   * {@return the result of the latest {@link #checkLeak}}
   *
   * @throws IllegalStateException when nothing was checked yet
   */
  public LeakCheck lastCheck() {
    LeakCheck check = lastCheck;
    if (check == null) {
      throw new IllegalStateException("Nothing was checked yet: call checkLeak first");
    }
    return check;
  }

  private LeakCheck check(String operation) {
    ThreadWatch atBaseline = watch;
    if (atBaseline == null) {
      throw new IllegalStateException(
          "There is no baseline to compare '" + operation + "' with: call setBaseline first");
    }
    CensusLog log = bench.log();
    ThreadWatch.awaitLevel(log.threads(0), settle);
    bench.census().take();
    LeakCheck check = compare(operation, log, atBaseline);
    log.dropLast();
    lastCheck = check;
    return check;
  }

  private LeakCheck compare(String operation, CensusLog log, ThreadWatch atBaseline) {
    Change heap = new Change(log.heapBytes(0), log.heapBytes(1));
    Change threads = new Change(log.threads(0), log.threads(1));
    return new LeakCheck(
        operation,
        heap,
        threads,
        thresholds.isHeapExceeded(heap),
        thresholds.isThreadsExceeded(threads),
        grown(log),
        atBaseline.newThreads());
  }

  private static List<GrowingType> grown(CensusLog log) {
    return IntStream.range(0, log.keys())
        .filter(key -> log.meter(key) == Meter.HEAP && log.bytes(1, key) > log.bytes(0, key))
        .mapToObj(key -> grown(log, key))
        .sorted(Comparator.comparingLong(GrowingType::bytes).reversed())
        .toList();
  }

  private static GrowingType grown(CensusLog log, int key) {
    long count = log.count(1, key) - log.count(0, key);
    long bytes = log.bytes(1, key) - log.bytes(0, key);
    return new GrowingType(log.name(key), count, bytes, count, bytes);
  }
}
