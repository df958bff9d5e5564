package io.github.memoryleak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ResourceTrendsTest {
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  @Test
  void no_samples_have_no_trend() {
    assertThat(levels(ResourceTrends.of(List.of()))).containsOnly(Duration.ZERO, 0.0);
    assertThat(ResourceTrends.of(List.of()).byName().values()).containsOnly(ResourceTrend.UNKNOWN);
  }

  @Test
  void one_sample_has_a_level_and_no_growth() {
    assertThat(levels(ResourceTrends.of(List.of(sample(0, 1000, 5)))))
        .isEqualTo(numbers(1, Duration.ZERO, 0, 0, 0, 1000, 5, 1000, 5));
  }

  @Test
  void growth_is_from_the_first_sample_to_the_last() {
    List<ResourceSample> samples =
        List.of(sample(0, 1000, 4), sample(1, 5000, 9), sample(3, 1500, 8));
    assertThat(levels(ResourceTrends.of(samples)))
        .isEqualTo(numbers(3, Duration.ofSeconds(3), 500, 50, 4, 2500, 7, 1500, 8));
  }

  @Test
  void a_heap_and_threads_that_shrink_have_negative_growth() {
    List<ResourceSample> samples = List.of(sample(0, 1000, 4), sample(1, 900, 1));
    assertThat(levels(ResourceTrends.of(samples)))
        .isEqualTo(numbers(2, Duration.ofSeconds(1), -100, -10, -3, 950, 2.5, 900, 1));
  }

  @Test
  void growth_from_an_empty_heap_has_no_percentage() {
    List<ResourceSample> samples = List.of(sample(0, 0, 1), sample(1, 900, 1));
    assertThat(levels(ResourceTrends.of(samples)))
        .isEqualTo(numbers(2, Duration.ofSeconds(1), 900, 0, 0, 450, 1, 900, 1));
  }

  @Test
  void each_level_has_its_own_trend_and_the_heap_that_after_collections() {
    List<ResourceSample> samples = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Instant time = START.plusSeconds(60L * i);
      int collected = i < 5 ? 0 : 1000 + i;
      samples.add(
          new ResourceSample(
              time, 5000L * (i % 3), 1, 7, 1, 0, 0, 0, 0, collected, -1, 100 - i, 2L * i));
    }
    ResourceTrends trends = ResourceTrends.of(samples);
    assertThat(trends.heap().direction()).isEqualTo(ResourceTrend.Direction.GROWING);
    assertThat(trends.heap().lowPerHour()).isEqualTo(60, within(1e-6));
    assertThat(trends.heap().highPerHour()).isEqualTo(60, within(1e-6));
    assertThat(trends.liveThreads().direction()).isEqualTo(ResourceTrend.Direction.STEADY);
    assertThat(trends.fileDescriptors()).isEqualTo(ResourceTrend.UNKNOWN);
    assertThat(trends.bufferBytes().direction()).isEqualTo(ResourceTrend.Direction.SHRINKING);
    assertThat(trends.tracked().perHour()).isEqualTo(120, within(1e-6));
    assertThat(trends.tracked().isGrowing()).isTrue();
  }

  @Property
  void averages_lie_between_the_lowest_and_the_highest_level(
      @ForAll @NotEmpty @Size(max = 100) List<@IntRange(min = 0) Integer> levels) {
    ResourceTrends trends = ResourceTrends.of(samples(levels));
    double lowest = levels.stream().mapToInt(Integer::intValue).min().orElseThrow();
    double highest = levels.stream().mapToInt(Integer::intValue).max().orElseThrow();
    assertThat(trends.averageHeapBytes()).isBetween(lowest, highest);
    assertThat(trends.averageThreads()).isBetween(lowest, highest);
  }

  @Property
  void growth_and_current_level_fit_together(
      @ForAll @Size(min = 1, max = 100) List<@IntRange(min = 1) Integer> levels) {
    ResourceTrends trends = ResourceTrends.of(samples(levels));
    long first = levels.get(0);
    assertThat(trends.samples()).isEqualTo(levels.size());
    assertThat(trends.timeRange()).isEqualTo(Duration.ofSeconds(levels.size() - 1));
    assertThat(trends.currentHeapBytes() - trends.heapGrowthBytes()).isEqualTo(first);
    assertThat((long) trends.currentThreads() - trends.threadGrowth()).isEqualTo(first);
    assertThat(first * (1 + trends.heapGrowthPercent() / 100))
        .isCloseTo(trends.currentHeapBytes(), within(1e-3));
  }

  @Property
  void samples_between_the_first_and_the_last_change_only_the_averages(
      @ForAll @Size(min = 2, max = 50) List<@IntRange(min = 1) Integer> levels) {
    List<ResourceSample> samples = samples(levels);
    ResourceSample first = samples.get(0);
    ResourceSample last = samples.get(samples.size() - 1);
    assertThat(ResourceTrends.of(samples))
        .usingRecursiveComparison()
        .ignoringFields(
            "samples",
            "averageHeapBytes",
            "averageThreads",
            "heap",
            "liveThreads",
            "fileDescriptors",
            "bufferBytes",
            "tracked")
        .isEqualTo(ResourceTrends.of(List.of(first, last)));
  }

  private static List<Object> levels(ResourceTrends t) {
    return numbers(
        t.samples(),
        t.timeRange(),
        t.heapGrowthBytes(),
        t.heapGrowthPercent(),
        t.threadGrowth(),
        t.averageHeapBytes(),
        t.averageThreads(),
        t.currentHeapBytes(),
        t.currentThreads());
  }

  private static List<Object> numbers(Object... values) {
    return Stream.of(values).map(v -> v instanceof Number n ? n.doubleValue() : v).toList();
  }

  private static List<ResourceSample> samples(List<Integer> levels) {
    List<ResourceSample> samples = new ArrayList<>();
    for (int level : levels) {
      samples.add(sample(samples.size(), level, level));
    }
    return samples;
  }

  private static ResourceSample sample(int second, long heapUsed, int threads) {
    return new ResourceSample(
        START.plusSeconds(second),
        heapUsed,
        heapUsed,
        threads,
        1,
        0,
        0,
        0,
        0,
        heapUsed,
        threads,
        0,
        0);
  }
}
