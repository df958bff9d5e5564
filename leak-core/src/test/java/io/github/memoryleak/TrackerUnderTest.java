package io.github.memoryleak;

import io.github.memoryleak.ResourceTracker.Configuration;
import java.time.Duration;
import java.util.List;

/**
 * A tracker as the leak scenarios use it. This class is the real tracker and nothing else; the
 * mutants override one method each.
 */
class TrackerUnderTest implements AutoCloseable {
  private static final Configuration OFTEN = new Configuration(true, Duration.ofMillis(1), 10);

  private final ResourceTracker tracker = new ResourceTracker(OFTEN);

  void enable() {
    tracker.enable();
  }

  void disable() {
    tracker.disable();
  }

  void recordRead(long bytes) {
    tracker.recordRead(bytes);
  }

  void recordWrite(long bytes) {
    tracker.recordWrite(bytes);
  }

  ResourceStats stats() {
    return tracker.stats();
  }

  void sample() {
    tracker.sample();
  }

  List<ResourceSample> samples() {
    return tracker.samples();
  }

  ResourceTrends trends() {
    return tracker.trends();
  }

  void clearSamples() {
    tracker.clearSamples();
  }

  @Override
  public void close() {
    tracker.close();
  }
}
