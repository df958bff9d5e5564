package io.github.memoryleak;

import io.github.memoryleak.census.Meter;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Interval;
import io.github.memoryleak.finding.ThreadTrace;
import io.github.memoryleak.growth.Trend;
import io.github.memoryleak.rounds.Growing;
import io.github.memoryleak.rounds.Measurement;
import io.github.memoryleak.rounds.Measurement.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Makes measurements that nobody measured: 100 loops in 5 rounds, after 40. */
public final class Measured {
  public static final int LOOPS = 100;
  public static final int LOOPS_BEFORE = 40;

  private final Outcome outcome;
  private final List<Growing> growing = new ArrayList<>();
  private final List<ThreadTrace> newThreads = new ArrayList<>();
  private final List<String> openedFiles = new ArrayList<>();
  private final List<String> loadedClasses = new ArrayList<>();
  private Change heap = new Change(10_000_000, 10_100_000);
  private Change threads = new Change(14, 14);

  public Measured(Outcome outcome) {
    this.outcome = outcome;
  }

  public Measured heap(long before, long after) {
    heap = new Change(before, after);
    return this;
  }

  Measured threads(long before, long after) {
    threads = new Change(before, after);
    return this;
  }

  public Measured type(String type, double countPerLoop, double bytesPerLoop) {
    return type(type, Trend.STEADY, countPerLoop, bytesPerLoop);
  }

  public Measured type(String type, Trend trend, double countPerLoop, double bytesPerLoop) {
    growing.add(new Growing(grown(type, countPerLoop, bytesPerLoop), trend, Meter.HEAP, true));
    return this;
  }

  /** Adds a class of whose instances there are no more, but which grow. */
  public Measured bytes(String type, double bytesPerLoop) {
    return bytes(type, Trend.STEADY, bytesPerLoop);
  }

  public Measured bytes(String type, Trend trend, double bytesPerLoop) {
    growing.add(new Growing(grown(type, 0, bytesPerLoop), trend, Meter.HEAP, false));
    return this;
  }

  /** Adds threads of one name pattern; all stand at the same place. */
  public Measured thread(String pattern, double perLoop, String... stack) {
    growing.add(
        new Growing(
            grown("java.lang.Thread " + pattern, perLoop, 0), Trend.STEADY, Meter.THREAD, true));
    for (int i = 0; i < Math.max(1, perLoop * LOOPS); i++) {
      String name = pattern.replace("%d", Integer.toString(i));
      newThreads.add(new ThreadTrace(name, "java.lang.Thread", "WAITING", false, List.of(stack)));
    }
    return this;
  }

  /** Adds what is neither a class nor a thread. */
  public Measured resource(Meter meter, String name, double perLoop, double bytesPerLoop) {
    growing.add(new Growing(grown(name, perLoop, bytesPerLoop), Trend.STEADY, meter, perLoop > 0));
    return this;
  }

  /** Adds memory of native libraries, which is not counted exactly. */
  public Measured malloc(double bytesPerLoop, Interval between) {
    GrowingType type = grown("native memory (malloc)", 0, bytesPerLoop);
    growing.add(new Growing(type, Trend.STEADY, Meter.MALLOC, false, between));
    return this;
  }

  public Measured openedFiles(String... files) {
    openedFiles.addAll(List.of(files));
    return this;
  }

  public Measured loadedClasses(String... classes) {
    loadedClasses.addAll(List.of(classes));
    return this;
  }

  public Measurement build() {
    return new Measurement(
        outcome,
        5,
        LOOPS_BEFORE,
        LOOPS,
        LOOPS / 5,
        heap,
        1000,
        threads,
        growing,
        newThreads,
        openedFiles,
        loadedClasses,
        1_000_000);
  }

  private static GrowingType grown(String type, double countPerLoop, double bytesPerLoop) {
    return new GrowingType(
        type,
        Math.round(LOOPS * countPerLoop),
        Math.round(LOOPS * bytesPerLoop),
        countPerLoop,
        bytesPerLoop);
  }
}
