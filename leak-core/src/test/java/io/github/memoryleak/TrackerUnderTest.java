package io.github.memoryleak;

import io.github.memoryleak.ResourceTracker.Configuration;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

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

  void registerMBean() {
    ObjectName name = tracker.registerMBean();
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
        server.getAttribute(name, attribute.getName());
      }
    } catch (JMException e) {
      throw new AssertionError(e);
    }
  }

  void export() {
    tracker.prometheus();
    tracker.jsonLines();
  }

  void openAndClose() {
    try {
      tracker.track(() -> {}).close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Opens a resource that nobody closes. */
  final void forget() {
    tracker.track(() -> {});
  }

  @Override
  public void close() {
    tracker.close();
  }
}
