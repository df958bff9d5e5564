package io.github.memoryleak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.ResourceTracker.Configuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sampler's thread: when it starts, what it is, that it ends, and that nothing hangs. */
class ResourceTrackerThreadTest {
  private static final Configuration OFTEN = new Configuration(true, Duration.ofMillis(1), 5);
  private static final Configuration RARELY = new Configuration(true, Duration.ofHours(1), 5);
  private static final ResourceLevel LEVEL = ResourceLevel.read();

  private Set<Thread> before;

  @BeforeEach
  void remember_the_samplers_of_others() {
    before = Set.copyOf(samplers());
  }

  @AfterEach
  void every_sampler_has_ended() {
    assertThat(newSamplers()).isEmpty();
  }

  @Test
  void the_sampler_is_a_named_daemon_that_holds_no_class_loader() {
    try (ResourceTracker tracker = new ResourceTracker(RARELY)) {
      assertThat(tracker.isEnabled()).isTrue();
      assertThat(newSamplers()).hasSize(1);
      Thread sampler = newSamplers().get(0);
      assertThat(sampler.getName()).matches("resource-tracker-sampler-[1-9][0-9]*");
      assertThat(sampler.isDaemon()).isTrue();
      assertThat(sampler.getContextClassLoader()).isNull();
    }
  }

  @Test
  void a_disabled_tracker_has_no_thread() {
    try (ResourceTracker tracker = new ResourceTracker(RARELY.withEnabled(false))) {
      assertThat(newSamplers()).isEmpty();
      tracker.enable();
      assertThat(newSamplers()).hasSize(1);
      tracker.disable();
      assertThat(newSamplers()).isEmpty();
    }
  }

  @Test
  void enabling_twice_starts_one_thread_and_takes_one_sample() {
    try (ResourceTracker tracker = new ResourceTracker(RARELY)) {
      tracker.enable();
      assertThat(newSamplers()).hasSize(1);
      assertThat(tracker.stats().samples()).isEqualTo(1);
    }
  }

  @Test
  void disabling_and_closing_twice_do_nothing_more() {
    ResourceTracker tracker = new ResourceTracker(RARELY);
    tracker.disable();
    tracker.disable();
    tracker.close();
    tracker.close();
    tracker.disable();
    assertThat(tracker.isEnabled()).isFalse();
    assertThat(tracker.stats().samples()).isEqualTo(1);
  }

  @Test
  void the_sampler_samples_by_itself() throws InterruptedException {
    CountDownLatch samples = new CountDownLatch(20);
    Supplier<ResourceLevel> probe =
        () -> {
          samples.countDown();
          return LEVEL;
        };
    try (ResourceTracker tracker = new ResourceTracker(OFTEN, probe)) {
      assertThat(samples.await(120, TimeUnit.SECONDS)).isTrue();
      assertThat(tracker.samples()).hasSize(5).extracting(ResourceSample::time).isSorted();
    }
  }

  @Test
  void nothing_is_sampled_after_disable() {
    try (ResourceTracker tracker = new ResourceTracker(OFTEN)) {
      tracker.disable();
      tracker.clearSamples();
      assertThat(newSamplers()).isEmpty();
      assertThat(tracker.samples()).isEmpty();
    }
  }

  @Test
  void the_sampler_itself_may_disable_enable_and_close() throws InterruptedException {
    AtomicReference<ResourceTracker> self = new AtomicReference<>();
    CountDownLatch closed = new CountDownLatch(1);
    Supplier<ResourceLevel> probe =
        () -> {
          ResourceTracker once = isSampler(Thread.currentThread()) ? self.getAndSet(null) : null;
          if (once != null) {
            once.disable();
            once.enable();
            once.close();
            closed.countDown();
          }
          return LEVEL;
        };
    ResourceTracker tracker = new ResourceTracker(OFTEN, probe);
    self.set(tracker);
    assertThat(closed.await(120, TimeUnit.SECONDS)).isTrue();
    newSamplers().forEach(ConcurrentRun::awaitEnd);
    assertThat(tracker.isEnabled()).isFalse();
  }

  @Test
  void close_waits_for_a_sample_under_way_while_others_go_on() throws InterruptedException {
    BlockingQueue<Thread> sampling = new LinkedBlockingQueue<>();
    CountDownLatch release = new CountDownLatch(1);
    Supplier<ResourceLevel> probe =
        () -> {
          if (isSampler(Thread.currentThread())) {
            sampling.add(Thread.currentThread());
            await(release);
          }
          return LEVEL;
        };
    ResourceTracker tracker = new ResourceTracker(OFTEN, probe);
    Thread sampler = sampling.poll(120, TimeUnit.SECONDS);
    Thread closer = new Thread(tracker::close);
    closer.start();
    ConcurrentRun.of(1, () -> awaitDisabled(tracker));
    assertThat(tracker.samples()).hasSize(1);
    assertThat(tracker.stats().enabled()).isFalse();
    assertThat(closer.isAlive()).isTrue();
    release.countDown();
    ConcurrentRun.awaitEnd(closer);
    assertThat(sampler.isAlive()).isFalse();
  }

  @Test
  void an_interrupt_neither_ends_the_wait_of_close_nor_is_lost() {
    List<Boolean> flags = new ArrayList<>();
    ConcurrentRun.of(
        1,
        () -> {
          ResourceTracker tracker = new ResourceTracker(OFTEN);
          Thread.currentThread().interrupt();
          tracker.close();
          flags.add(Thread.currentThread().isInterrupted());
          flags.add(newSamplers().isEmpty());
        });
    assertThat(flags).containsExactly(true, true);
  }

  @Test
  void a_sampler_that_someone_interrupts_ends_and_enable_starts_another() {
    try (ResourceTracker tracker = new ResourceTracker(RARELY)) {
      Thread sampler = newSamplers().get(0);
      sampler.interrupt();
      ConcurrentRun.awaitEnd(sampler);
      tracker.enable();
      assertThat(newSamplers()).hasSize(1).doesNotContain(sampler);
    }
  }

  @Test
  void an_abandoned_tracker_is_collected_and_its_thread_ends() {
    new ResourceTracker(RARELY).recordRead(1);
    ConcurrentRun.of(1, ResourceTrackerThreadTest::collectUntilSamplersEnd);
  }

  @Test
  void recording_from_many_threads_is_exact() {
    try (ResourceTracker tracker = new ResourceTracker(OFTEN)) {
      ConcurrentRun.of(
          12,
          () -> {
            for (int i = 0; i < 100_000; i++) {
              tracker.recordRead(3);
              tracker.recordWrite(5);
            }
          });
      ResourceStats stats = tracker.stats();
      assertThat(stats.reads()).isEqualTo(1_200_000);
      assertThat(stats.bytesRead()).isEqualTo(3_600_000);
      assertThat(stats.writes()).isEqualTo(1_200_000);
      assertThat(stats.bytesWritten()).isEqualTo(6_000_000);
    }
  }

  @Test
  void a_storm_of_calls_neither_hangs_nor_leaves_a_thread() {
    try (ResourceTracker tracker = new ResourceTracker(OFTEN)) {
      ConcurrentRun.of(8, () -> storm(tracker));
    }
  }

  @Test
  void after_each_close_of_a_storm_no_sampler_is_alive() {
    for (int round = 0; round < 100; round++) {
      ResourceTracker tracker = new ResourceTracker(OFTEN);
      Runnable close =
          () -> {
            tracker.close();
            assertThat(newSamplers()).isEmpty();
          };
      Runnable toggle =
          () -> {
            try {
              tracker.disable();
              tracker.enable();
            } catch (IllegalStateException e) {
              assertThat(e)
                  .hasMessage(
                      "The resource tracker is closed and cannot be enabled again: create a new one");
            }
          };
      ConcurrentRun.of(List.of(close, toggle, close, toggle));
      assertThat(tracker.isEnabled()).isFalse();
    }
  }

  private static void storm(ResourceTracker tracker) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (int i = 0; i < 300; i++) {
      switch (random.nextInt(6)) {
        case 0, 1 -> tracker.enable();
        case 2 -> tracker.disable();
        case 3 -> tracker.clearSamples();
        case 4 -> assertThat(tracker.samples()).hasSizeLessThanOrEqualTo(5);
        default -> assertThat(tracker.trends().samples()).isBetween(0, 5);
      }
    }
  }

  private static void collectUntilSamplersEnd() {
    while (samplers().stream().anyMatch(Thread::isAlive)) {
      System.gc();
      Thread.onSpinWait();
    }
  }

  private static void awaitDisabled(ResourceTracker tracker) {
    while (tracker.isEnabled()) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private List<Thread> newSamplers() {
    return samplers().stream().filter(thread -> !before.contains(thread)).toList();
  }

  private static List<Thread> samplers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(ResourceTrackerThreadTest::isSampler)
        .toList();
  }

  private static boolean isSampler(Thread thread) {
    return thread.getName().startsWith("resource-tracker-sampler-");
  }
}
