package io.github.memoryleak;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * How the resources moved over the samples that a {@link ResourceTracker} keeps: growth is the last
 * sample less the first. Without samples everything is 0; with one, nothing has grown.
 *
 * @param samples how many samples there are
 * @param timeRange from the first to the last
 * @param heapGrowthBytes growth of the used heap in bytes; negative when it shrank
 * @param heapGrowthPercent the same in percent of the first sample
 * @param threadGrowth growth of the live threads
 * @param averageHeapBytes mean used heap, in bytes
 * @param averageThreads mean number of live threads
 * @param currentHeapBytes used heap in the last sample, in bytes
 * @param currentThreads live threads in the last sample
 * @param heap the trend of the used heap after collections, in bytes
 * @param liveThreads the trend of the live threads
 * @param fileDescriptors the trend of open files, pipes and sockets
 * @param bufferBytes the trend of the memory of direct and mapped buffers, in bytes
 * @param tracked the trend of what the tracker was given that is open
 */
public record ResourceTrends(
    int samples,
    Duration timeRange,
    long heapGrowthBytes,
    double heapGrowthPercent,
    int threadGrowth,
    double averageHeapBytes,
    double averageThreads,
    long currentHeapBytes,
    int currentThreads,
    ResourceTrend heap,
    ResourceTrend liveThreads,
    ResourceTrend fileDescriptors,
    ResourceTrend bufferBytes,
    ResourceTrend tracked) {

  private static final ResourceTrends NONE =
      new ResourceTrends(
          0,
          Duration.ZERO,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          ResourceTrend.UNKNOWN,
          ResourceTrend.UNKNOWN,
          ResourceTrend.UNKNOWN,
          ResourceTrend.UNKNOWN,
          ResourceTrend.UNKNOWN);

  /**
   * {@return the trends over some samples}
   *
   * @param samples the oldest first
   */
  static ResourceTrends of(List<ResourceSample> samples) {
    if (samples.isEmpty()) {
      return NONE;
    }
    ResourceSample first = samples.get(0);
    ResourceSample last = samples.get(samples.size() - 1);
    long growth = last.heapUsedBytes() - first.heapUsedBytes();
    return new ResourceTrends(
        samples.size(),
        Duration.between(first.time(), last.time()),
        growth,
        percent(growth, first.heapUsedBytes()),
        last.threads() - first.threads(),
        average(samples, ResourceSample::heapUsedBytes),
        average(samples, ResourceSample::threads),
        last.heapUsedBytes(),
        last.threads(),
        heap(samples),
        ResourceTrend.of(samples, ResourceSample::threads),
        ResourceTrend.of(samples, ResourceSample::fileDescriptors),
        ResourceTrend.of(samples, ResourceSample::bufferBytes),
        ResourceTrend.of(samples, ResourceSample::tracked));
  }

  /** {@return the trends by the name of the level: heap, threads, fileDescriptors and so on} */
  Map<String, ResourceTrend> byName() {
    Map<String, ResourceTrend> trends = new LinkedHashMap<>();
    trends.put("heap", heap);
    trends.put("threads", liveThreads);
    trends.put("fileDescriptors", fileDescriptors);
    trends.put("bufferBytes", bufferBytes);
    trends.put("tracked", tracked);
    return trends;
  }

  /** Before the first collection nothing is known of the heap but its garbage. */
  private static ResourceTrend heap(List<ResourceSample> samples) {
    List<ResourceSample> collected =
        samples.stream().filter(s -> s.heapAfterCollectionBytes() > 0).toList();
    return ResourceTrend.of(collected, ResourceSample::heapAfterCollectionBytes);
  }

  private static double percent(long growth, long base) {
    return base == 0 ? 0 : 100.0 * growth / base;
  }

  private static double average(
      List<ResourceSample> samples, ToLongFunction<ResourceSample> level) {
    double sum = 0;
    for (ResourceSample sample : samples) {
      sum += level.applyAsLong(sample);
    }
    return sum / samples.size();
  }
}
