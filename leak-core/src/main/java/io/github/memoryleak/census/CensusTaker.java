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
  private static final int ATTEMPTS = 3;

  private final HistogramSource source = new HistogramSource();
  private final HistogramParser parser = new HistogramParser();
  private final CensusLog log;
  private final HistogramParser.Sink sink;
  private final int controlKey;
  private final List<ResourceMeter> resources;
  private final LoopsSinceCollection sinceCollection = new LoopsSinceCollection();
  private boolean collectsItself = true;

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
   * ZGC of JDK 17 prints the histogram without a collection; from the first such failure on it gets
   * one before.
   */
  private String provenHistogram() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      WeakReference<Object> canary = new WeakReference<>(new Object());
      if (collectsItself) {
        String histogram = source.read();
        collectsItself = canary.refersTo(null);
        if (collectsItself) {
          return histogram;
        }
      }
      System.gc();
      if (canary.refersTo(null)) {
        return source.read();
      }
    }
    throw new IllegalStateException(
        "The JVM did not collect an unreachable object in "
            + ATTEMPTS
            + " full collections: is -XX:+UseEpsilonGC on, or -XX:+DisableExplicitGC with ZGC? Use"
            + " a collector that collects");
  }
}
