package io.github.memoryleak.rounds;

import io.github.memoryleak.census.CensusLog;
import io.github.memoryleak.census.CensusTaker;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.growth.GrowthRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs several operations one after the other, a few times over, with a census after each, and
 * tells in which of them grows what is known to grow in all of them together.
 *
 * <p>For operations that take longer than a census: each runs two or three times, where measuring
 * one of them by itself takes many loops. What is watched is a handful of classes, threads and
 * resources, so that chance hardly ever makes an operation suspect; and a suspect is measured
 * afterwards.
 */
public final class Sweep {
  /** Growth in so many passes makes a suspect; what was seen in one of two gets a third. */
  private static final int NEEDED = 2;

  private static final int MOST_PASSES = 3;
  private static final Duration BACKGROUND_PATIENCE = Duration.ofMillis(150);
  private static final long REFERENCE_PAUSE_MILLIS = 5;

  private final CensusLog log;
  private final CensusTaker census;
  private final List<Growing> watched;
  private final FrameworkGrowth framework;
  private final int[] keys;

  /**
   * Makes a sweep.
   *
   * @param bench what is shared by the subjects of one JVM
   * @param growing what grows in all operations together; what grows by bytes alone is left out,
   *     for it cannot be seen in a single loop
   * @param framework what grows with every loop whatever is measured
   */
  public Sweep(Bench bench, List<Growing> growing, FrameworkGrowth framework) {
    log = bench.log();
    census = bench.census();
    watched = growing.stream().filter(Growing::byCount).toList();
    this.framework = framework;
    keys = new int[watched.size()];
  }

  /**
   * What an operation did.
   *
   * @param perLoop what grew in two passes or more, with the growth that was seen in both; by name
   * @param loops how often it ran
   * @param heapBytes live heap before and after it ran last
   * @param threads live threads before and after it ran last
   * @param nanos the time of all its loops
   */
  public record Swept(
      Map<String, Long> perLoop, int loops, Change heapBytes, Change threads, long nanos) {

    /** {@return whether something grew in it} */
    public boolean isSuspect() {
      return !perLoop.isEmpty();
    }
  }

  /**
   * Runs them.
   *
   * @param operations one loop each
   * @return what each of them did, in the same order
   * @throws Exception what an operation threw
   */
  public List<Swept> run(List<Operation> operations) throws Exception {
    List<Tally> tallies = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      tallies.add(new Tally(keys.length));
    }
    takeCensus();
    findKeys();
    for (int pass = 1; pass <= MOST_PASSES; pass++) {
      for (int i = 0; i < operations.size(); i++) {
        if (tallies.get(i).isOpen()) {
          run(operations.get(i), tallies.get(i));
        }
      }
    }
    log.clear();
    return tallies.stream().map(this::swept).toList();
  }

  private void run(Operation operation, Tally tally) throws Exception {
    long[] before = levels();
    long heap = log.heapBytes(0);
    long threads = log.threads(0);
    census.saveNothing();
    census.roundBegins();
    long start = System.nanoTime();
    operation.run();
    tally.nanos += System.nanoTime() - start;
    census.loopEnds();
    ThreadWatch.awaitLevel(threads, BACKGROUND_PATIENCE);
    census.beforeCollecting(BACKGROUND_PATIENCE);
    takeCensus();
    if (grows(before)) {
      ThreadWatch.pause(REFERENCE_PAUSE_MILLIS);
      takeCensus();
    }
    tally.add(growth(before));
    tally.heapBytes = new Change(heap, log.heapBytes(0));
    tally.threads = new Change(threads, log.threads(0));
  }

  private void takeCensus() {
    log.clear();
    census.take();
  }

  private boolean grows(long[] before) {
    for (long growth : growth(before)) {
      if (growth > 0) {
        return true;
      }
    }
    return false;
  }

  private long[] growth(long[] before) {
    long[] growth = levels();
    for (int i = 0; i < growth.length; i++) {
      growth[i] -= before[i] + Math.round(framework.at(watched.get(i).type().type()).count());
      if (!GrowthRule.byCount(growth[i], 1)) {
        growth[i] = 0;
      }
    }
    return growth;
  }

  private long[] levels() {
    findKeys();
    long[] levels = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      levels[i] = keys[i] < 0 ? 0 : log.count(0, keys[i]);
    }
    return levels;
  }

  /** Another log than the one that saw it grow may meet a class later. */
  private void findKeys() {
    for (int i = 0; i < keys.length; i++) {
      keys[i] = keys[i] > 0 ? keys[i] : key(watched.get(i));
    }
  }

  private int key(Growing growing) {
    for (int key = 0; key < log.keys(); key++) {
      if (log.meter(key) == growing.meter() && log.name(key).equals(growing.type().type())) {
        return key;
      }
    }
    return -1;
  }

  private Swept swept(Tally tally) {
    Map<String, Long> perLoop = new TreeMap<>();
    for (int i = 0; i < keys.length; i++) {
      if (tally.seen[i] >= NEEDED) {
        perLoop.put(watched.get(i).type().type(), tally.least[i]);
      }
    }
    return new Swept(perLoop, tally.passes, tally.heapBytes, tally.threads, tally.nanos);
  }

  /** What was seen of one operation. It is as large before the first pass as after the last. */
  private static final class Tally {
    private final int[] seen;
    private final long[] least;
    private int passes;
    private long nanos;
    private Change heapBytes = new Change(0, 0);
    private Change threads = new Change(0, 0);

    Tally(int keys) {
      seen = new int[keys];
      least = new long[keys];
    }

    void add(long[] growth) {
      passes++;
      for (int i = 0; i < growth.length; i++) {
        if (growth[i] > 0) {
          least[i] = seen[i] == 0 ? growth[i] : Math.min(least[i], growth[i]);
          seen[i]++;
        }
      }
    }

    /** Whether another pass can still make a difference. */
    boolean isOpen() {
      if (passes < NEEDED) {
        return true;
      }
      boolean once = false;
      for (int times : seen) {
        if (times >= NEEDED) {
          return false;
        }
        once |= times > 0;
      }
      return once;
    }
  }
}
