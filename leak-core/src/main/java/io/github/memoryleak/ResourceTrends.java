package io.github.memoryleak;

import java.time.Duration;
import java.util.List;
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
    int currentThreads) {

  private static final ResourceTrends NONE =
      new ResourceTrends(0, Duration.ZERO, 0, 0, 0, 0, 0, 0, 0);

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
        last.threads());
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
