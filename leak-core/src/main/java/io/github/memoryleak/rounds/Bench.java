package io.github.memoryleak.rounds;

import io.github.memoryleak.census.CensusLog;
import io.github.memoryleak.census.CensusTaker;
import io.github.memoryleak.census.NativeMemory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/**
 * The measuring instruments: a log and the taker that fills it.
 *
 * <p>They are used again, since making them anew would be growth. Measured code may measure as
 * well, on its own thread or on others, so whoever measures borrows a set of its own, and no lock
 * is held meanwhile.
 */
public final class Bench {
  /** The most rounds of a measurement, which a log has room for. */
  public static final int MAX_ROUNDS = 32;

  private static final Deque<Bench> IDLE = new ArrayDeque<>();

  private final CensusLog log;
  private final CensusTaker census;

  /**
   * Makes a set and tries it, so that what a census loads and starts once, and what judges it, is
   * there before any baseline.
   *
   * @param rows how many censuses there is room for
   */
  public Bench(int rows) {
    log = new CensusLog(rows);
    census = new CensusTaker(log);
    census.take();
    Rehearsal.play(log);
  }

  /** {@return a set that nobody else uses; give it back with {@link #giveBack}} */
  public static Bench borrow() {
    synchronized (IDLE) {
      if (!IDLE.isEmpty()) {
        return IDLE.pop();
      }
    }
    return new Bench(MAX_ROUNDS + 1);
  }

  /**
   * Ends a loan.
   *
   * @param bench a borrowed set
   */
  public static void giveBack(Bench bench) {
    bench.log.clear();
    synchronized (IDLE) {
      IDLE.push(bench);
    }
  }

  /**
   * {@return what the function makes of a single census, taken now}
   *
   * @param reading reads the log's only row
   */
  public static <T> T census(Function<CensusLog, T> reading) {
    Bench bench = borrow();
    try {
      bench.census.take();
      return reading.apply(bench.log);
    } finally {
      giveBack(bench);
    }
  }

  /** Collects garbage. Nothing is counted, so that nothing is waited for. */
  public static void collect() {
    Bench bench = borrow();
    try {
      bench.census.collect();
    } finally {
      giveBack(bench);
    }
  }

  /** {@return a sentence about what cannot be counted in this JVM; empty where all can} */
  public static Optional<String> gap() {
    return NativeMemory.gap();
  }

  public CensusLog log() {
    return log;
  }

  public CensusTaker census() {
    return census;
  }
}
