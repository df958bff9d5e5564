package io.github.memoryleak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.ResourceTracker.Configuration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTrackerTest {
  private static final Configuration RARELY =
      Configuration.defaults().withSampleInterval(Duration.ofHours(1));

  private static final ResourceLevel LEVEL =
      new ResourceLevel(
          new MemorySnapshot(Instant.EPOCH, 11, 22, MemorySnapshot.NOT_COUNTED, 33, 44),
          55,
          66,
          77);

  @Test
  void the_defaults_are_enabled_with_sixty_samples_a_second_apart() {
    assertThat(Configuration.defaults())
        .isEqualTo(new Configuration(true, Duration.ofSeconds(1), 60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT0S", "PT0.000999999S", "PT24H0.000000001S"})
  void an_interval_out_of_range_is_refused(String interval) {
    assertThatThrownBy(() -> Configuration.defaults().withSampleInterval(Duration.parse(interval)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sampleInterval must be from 1 ms to 24 h, but is %s", interval);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_000_001, Integer.MAX_VALUE})
  void a_number_of_samples_out_of_range_is_refused(int samples) {
    assertThatThrownBy(() -> Configuration.defaults().withMaxSamples(samples))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxSamples must be from 1 to 1000000, but is %d", samples);
  }

  @Test
  void the_ends_of_the_ranges_are_allowed() {
    assertThat(new Configuration(false, Duration.ofMillis(1), 1_000_000))
        .isEqualTo(
            Configuration.defaults()
                .withEnabled(false)
                .withSampleInterval(Duration.ofMillis(1))
                .withMaxSamples(1_000_000));
    assertThat(new Configuration(true, Duration.ofHours(24), 1))
        .isEqualTo(
            Configuration.defaults().withSampleInterval(Duration.ofHours(24)).withMaxSamples(1));
  }

  @Test
  void reads_and_writes_are_counted_apart() {
    try (ResourceTracker tracker = new ResourceTracker(RARELY)) {
      tracker.recordRead(10);
      tracker.recordRead(0);
      tracker.recordWrite(7);
      ResourceStats stats = tracker.stats();
      assertThat(stats).isEqualTo(new ResourceStats(true, 2, 10, 1, 7, 0, 0, 1, stats.uptime()));
    }
  }

  @Test
  void a_disabled_tracker_counts_and_samples_nothing() {
    try (ResourceTracker tracker = new ResourceTracker(RARELY.withEnabled(false))) {
      tracker.recordRead(10);
      tracker.recordWrite(10);
      ResourceStats stats = tracker.stats();
      assertThat(stats).isEqualTo(new ResourceStats(false, 0, 0, 0, 0, 0, 0, 0, stats.uptime()));
      assertThat(tracker.samples()).isEmpty();
    }
  }

  @Test
  void counts_go_on_where_they_stopped_when_it_is_enabled_again() {
    try (ResourceTracker tracker = new ResourceTracker(RARELY)) {
      tracker.recordRead(1);
      tracker.disable();
      tracker.recordRead(10);
      tracker.enable();
      tracker.recordRead(100);
      assertThat(tracker.stats().reads()).isEqualTo(2);
      assertThat(tracker.stats().bytesRead()).isEqualTo(101);
    }
  }

  @Test
  void a_negative_read_is_refused_even_when_disabled() {
    try (ResourceTracker tracker = new ResourceTracker(RARELY.withEnabled(false))) {
      assertThatThrownBy(() -> tracker.recordRead(-1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("The bytes of recordRead must be 0 or more, but are -1");
    }
  }

  @Test
  void a_negative_write_is_refused_even_when_disabled() {
    try (ResourceTracker tracker = new ResourceTracker(RARELY.withEnabled(false))) {
      assertThatThrownBy(() -> tracker.recordWrite(Long.MIN_VALUE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("The bytes of recordWrite must be 0 or more, but are -9223372036854775808");
    }
  }

  @Test
  void the_first_sample_is_there_as_soon_as_it_is_enabled() {
    Instant before = Instant.now();
    try (ResourceTracker tracker = new ResourceTracker(RARELY, () -> LEVEL)) {
      Instant time = tracker.samples().get(0).time();
      assertThat(tracker.samples())
          .containsExactly(new ResourceSample(time, 11, 22, 33, 44, 0, 0, 0, 0, 55, 66, 77, 0));
      assertThat(time).isAfterOrEqualTo(before);
    }
  }

  @Test
  void a_sample_carries_the_counts_of_its_moment() {
    try (ResourceTracker tracker = new ResourceTracker(RARELY, () -> LEVEL)) {
      tracker.recordRead(5);
      tracker.recordRead(6);
      tracker.recordWrite(7);
      tracker.sample();
      tracker.recordWrite(8);
      Instant time = tracker.samples().get(1).time();
      assertThat(tracker.samples().get(1))
          .isEqualTo(new ResourceSample(time, 11, 22, 33, 44, 2, 11, 1, 7, 55, 66, 77, 0));
    }
  }

  @Test
  void only_the_latest_samples_are_kept_oldest_first() {
    try (ResourceTracker tracker = new ResourceTracker(RARELY.withMaxSamples(3))) {
      for (int i = 1; i <= 9; i++) {
        tracker.recordRead(1);
        tracker.sample();
      }
      List<ResourceSample> samples = tracker.samples();
      assertThat(samples).extracting(ResourceSample::reads).containsExactly(7L, 8L, 9L);
      assertThat(samples).extracting(ResourceSample::time).isSorted();
      assertThat(tracker.stats().samples()).isEqualTo(3);
    }
  }

  @Test
  void trends_are_those_of_the_samples_that_are_kept() {
    try (ResourceTracker tracker = new ResourceTracker(RARELY.withMaxSamples(2))) {
      for (int i = 0; i < 4; i++) {
        tracker.sample();
      }
      assertThat(tracker.trends()).isEqualTo(ResourceTrends.of(tracker.samples()));
      assertThat(tracker.trends().samples()).isEqualTo(2);
    }
  }

  @Test
  void cleared_samples_are_gone_and_the_counts_stay() {
    try (ResourceTracker tracker = new ResourceTracker(RARELY)) {
      tracker.recordRead(10);
      tracker.clearSamples();
      assertThat(tracker.samples()).isEmpty();
      assertThat(tracker.trends().samples()).isZero();
      assertThat(tracker.stats().bytesRead()).isEqualTo(10);
    }
  }

  @Test
  void uptime_runs_from_the_creation_also_while_disabled() {
    try (ResourceTracker tracker = new ResourceTracker(RARELY.withEnabled(false))) {
      Duration before = tracker.stats().uptime();
      assertThat(before).isPositive();
      assertThat(tracker.stats().uptime()).isGreaterThanOrEqualTo(before);
    }
  }

  @Test
  void a_closed_tracker_can_still_be_read() {
    ResourceTracker tracker = new ResourceTracker(RARELY);
    tracker.recordRead(10);
    tracker.close();
    tracker.recordRead(10);
    ResourceStats stats = tracker.stats();
    assertThat(stats).isEqualTo(new ResourceStats(false, 1, 10, 0, 0, 0, 0, 1, stats.uptime()));
    assertThat(tracker.trends().samples()).isEqualTo(1);
  }

  @Test
  void a_closed_tracker_cannot_be_enabled() {
    ResourceTracker tracker = new ResourceTracker(RARELY);
    tracker.close();
    assertThatThrownBy(tracker::enable)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The resource tracker is closed and cannot be enabled again: create a new one");
    assertThat(tracker.isEnabled()).isFalse();
  }
}
