package io.github.memoryleak;

import java.io.PrintStream;
import java.time.Duration;

/** Settings of a {@link MemoryLeakDetector}. */
public final class DetectorBuilder {
  private LeakThresholds thresholds = LeakThresholds.normal();
  private Duration settle = Duration.ofSeconds(2);
  private PrintStream out = System.out;

  DetectorBuilder() {}

  /** {@return this, with 10 % and no thread tolerated} */
  public DetectorBuilder strict() {
    return thresholds(LeakThresholds.strict());
  }

  /** {@return this, with 20 % and 2 threads tolerated: the default} */
  public DetectorBuilder normal() {
    return thresholds(LeakThresholds.normal());
  }

  /** {@return this, with 30 % and 5 threads tolerated} */
  public DetectorBuilder permissive() {
    return thresholds(LeakThresholds.permissive());
  }

  /**
   * {@return this, with other thresholds}
   *
   * @param limits the thresholds
   */
  public DetectorBuilder thresholds(LeakThresholds limits) {
    thresholds = limits;
    return this;
  }

  /**
   * {@return this, with another limit on heap growth}
   *
   * @param fraction of the baseline, {@code 0.20} for 20 %
   * @throws IllegalArgumentException when it is negative or not a number
   */
  public DetectorBuilder heapGrowth(double fraction) {
    return thresholds(
        new LeakThresholds(
            fraction,
            thresholds.heapGrowthBytes(),
            thresholds.threadGrowth(),
            thresholds.heapBytesPerLoop(),
            thresholds.threadsPerLoop(),
            thresholds.others()));
  }

  /**
   * {@return this, with another absolute limit on heap growth; it and the fraction must both be
   * exceeded}
   *
   * @param bytes the limit
   * @throws IllegalArgumentException when it is negative
   */
  public DetectorBuilder heapGrowthBytes(long bytes) {
    return thresholds(
        new LeakThresholds(
            thresholds.heapGrowth(),
            bytes,
            thresholds.threadGrowth(),
            thresholds.heapBytesPerLoop(),
            thresholds.threadsPerLoop(),
            thresholds.others()));
  }

  /**
   * {@return this, with another limit on new threads}
   *
   * @param threads how many are tolerated
   * @throws IllegalArgumentException when it is negative
   */
  public DetectorBuilder threadGrowth(int threads) {
    return thresholds(
        new LeakThresholds(
            thresholds.heapGrowth(),
            thresholds.heapGrowthBytes(),
            threads,
            thresholds.heapBytesPerLoop(),
            thresholds.threadsPerLoop(),
            thresholds.others()));
  }

  /**
   * {@return this, with another time for threads to end; 2 s unless set}
   *
   * @param patience the longest wait; it ends as soon as the threads have
   * @throws IllegalArgumentException when it is negative
   */
  public DetectorBuilder settle(Duration patience) {
    settle = Checks.notNegative("settle", patience);
    return this;
  }

  /**
   * {@return this, printing elsewhere than to standard output}
   *
   * @param stream receives the lines
   */
  public DetectorBuilder printTo(PrintStream stream) {
    out = stream;
    return this;
  }

  /** {@return the detector} */
  public MemoryLeakDetector build() {
    return new MemoryLeakDetector(this);
  }

  LeakThresholds thresholds() {
    return thresholds;
  }

  Duration settle() {
    return settle;
  }

  PrintStream out() {
    return out;
  }
}
