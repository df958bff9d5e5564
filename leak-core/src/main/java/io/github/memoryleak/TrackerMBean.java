package io.github.memoryleak;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** A tracker behind its {@link ResourceTrackerMXBean}. */
final class TrackerMBean implements ResourceTrackerMXBean {
  private final ResourceTracker tracker;

  TrackerMBean(ResourceTracker tracker) {
    this.tracker = tracker;
  }

  @Override
  public boolean isEnabled() {
    return tracker.isEnabled();
  }

  @Override
  public double getUptimeSeconds() {
    return tracker.stats().uptime().toNanos() / 1e9;
  }

  @Override
  public long getReads() {
    return tracker.stats().reads();
  }

  @Override
  public long getBytesRead() {
    return tracker.stats().bytesRead();
  }

  @Override
  public long getWrites() {
    return tracker.stats().writes();
  }

  @Override
  public long getBytesWritten() {
    return tracker.stats().bytesWritten();
  }

  @Override
  public long getOpened() {
    return tracker.stats().opened();
  }

  @Override
  public int getOpen() {
    return tracker.stats().open();
  }

  @Override
  public String[] getUnclosed() {
    return ResourceScope.lines(tracker.unclosed()).toArray(String[]::new);
  }

  @Override
  public long getHeapUsedBytes() {
    return latest(ResourceSample::heapUsedBytes);
  }

  @Override
  public long getHeapAfterCollectionBytes() {
    return latest(ResourceSample::heapAfterCollectionBytes);
  }

  @Override
  public int getThreads() {
    return (int) latest(ResourceSample::threads);
  }

  @Override
  public long getFileDescriptors() {
    return latest(ResourceSample::fileDescriptors);
  }

  @Override
  public long getBufferBytes() {
    return latest(ResourceSample::bufferBytes);
  }

  private long latest(ToLongFunction<ResourceSample> level) {
    List<ResourceSample> samples = tracker.samples();
    return samples.isEmpty() ? 0 : level.applyAsLong(samples.get(samples.size() - 1));
  }

  @Override
  public double getHeapBytesPerHour() {
    return tracker.trends().heap().perHour();
  }

  @Override
  public double getThreadsPerHour() {
    return tracker.trends().liveThreads().perHour();
  }

  @Override
  public double getFileDescriptorsPerHour() {
    return tracker.trends().fileDescriptors().perHour();
  }

  @Override
  public double getBufferBytesPerHour() {
    return tracker.trends().bufferBytes().perHour();
  }

  @Override
  public String[] getGrowing() {
    return tracker.trends().byName().entrySet().stream()
        .filter(trend -> trend.getValue().isGrowing())
        .map(Map.Entry::getKey)
        .toArray(String[]::new);
  }

  @Override
  public String[] getSeries() {
    return tracker.jsonLines().lines().toArray(String[]::new);
  }
}
