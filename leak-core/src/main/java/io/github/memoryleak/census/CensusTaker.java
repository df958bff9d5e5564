package io.github.memoryleak.census;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;

/**
 * Takes a census: what is alive after a full collection.
 *
 * <p>That the collection was full is proven each time by a weakly held object that must be gone
 * afterwards. One taker serves one log; not thread-safe.
 */
public final class CensusTaker {
  private static final int MOST_FAILURES = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HistogramSource source = new HistogramSource();
  private final HistogramParser parser = new HistogramParser();
  private final CensusLog log;
  private final HistogramParser.Sink sink;
  private final int controlKey;
  private final List<ResourceMeter> resources;
  private final LoopsSinceCollection sinceCollection = new LoopsSinceCollection();
  private int failures;

  /**
   * Makes a taker.
   *
   * @param log where the censuses go
   */
  public CensusTaker(CensusLog log) {
    this.log = log;
    sink = log::addType;
    controlKey = log.key(PositiveControl.TYPE);
    resources =
        List.of(
            new OpenFiles(),
            new Buffers(),
            new UnclosedNative(log),
            new NativeMemory(),
            new Metaspace());
  }

  /** Says that the next rounds tell something new: waits that were in vain are made again. */
  public void saveNothing() {
    resources.forEach(ResourceMeter::saveNothing);
  }

  /** Says that a round begins. */
  public void roundBegins() {
    sinceCollection.roundBegins();
  }

  /**
   * Says that a loop of the round has ended.
   *
   * @return whether there was a collection in it, so that nobody can tell what it left open
   */
  public boolean loopEnds() {
    sinceCollection.loopEnds();
    return sinceCollection.since() == 0;
  }

  /**
   * Says that a round has ended, and that the next census is its first: what only the collector
   * closes is still open now.
   *
   * @param patience how long what is closed in the background may take
   */
  public void beforeCollecting(Duration patience) {
    for (ResourceMeter resource : resources) {
      resource.beforeCollecting(patience, sinceCollection);
    }
  }

  /** Says that the latest census is about to be taken again, and a verdict rests on it. */
  public void beforeVerdict() {
    resources.forEach(ResourceMeter::beforeVerdict);
  }

  /**
   * Collects garbage and adds a census to the log.
   *
   * @throws IllegalStateException when the JVM has no class histogram, or does not collect
   *     everything
   */
  public void take() {
    String histogram = provenHistogram();
    log.begin();
    parser.parse(histogram, sink);
    for (Thread thread : LiveThreads.all()) {
      if (ForeignThreads.contains(thread)) {
        log.addForeignThread();
      } else {
        log.addThread(LiveThreads.pattern(thread));
      }
    }
    for (ResourceMeter resource : resources) {
      resource.addTo(log);
    }
    log.discount(log.count(log.size(), controlKey), log.bytes(log.size(), controlKey));
    log.end();
  }

  /**
   * Collects garbage, and counts nothing.
   *
   * @throws IllegalStateException when the JVM has no class histogram, or does not collect
   *     everything
   */
  public void collect() {
    provenHistogram();
  }

  /** {@return how many planted objects the last census counted} */
  public long controlCount() {
    return log.count(log.size() - 1, controlKey);
  }

  /**
   * {@return whether the key is the positive control's}
   *
   * @param key a key of the log
   */
  public boolean isControl(int key) {
    return key == controlKey;
  }

  /**
   * ZGC of JDK 17 prints the histogram without a collection; from the second such failure in a row
   * on it gets one before.
   */
  private String provenHistogram() {
    WeakReference<Object> canary = new WeakReference<>(new Object());
    if (failures < MOST_FAILURES) {
      String histogram = source.read();
      if (canary.refersTo(null)) {
        failures = 0;
        return histogram;
      }
      failures++;
    }
    collect(canary);
    return source.read();
  }

  /**
   * Some JVMs do not collect while native code works on an array, and say nothing. So it is asked
   * again at once: there is a moment between two such calls, and whoever waits misses it.
   */
  private static void collect(WeakReference<Object> canary) {
    long start = System.nanoTime();
    do {
      System.gc();
      if (canary.refersTo(null)) {
        return;
      }
    } while (System.nanoTime() - start < PATIENCE.toNanos());
    throw new IllegalStateException(
        "The JVM did not collect an unreachable object in "
            + PATIENCE.toSeconds()
            + " seconds of full collections: is -XX:+UseEpsilonGC on, or -XX:+DisableExplicitGC"
            + " with ZGC, or does native code hold an array all the time? Use a collector that"
            + " collects");
  }
}
