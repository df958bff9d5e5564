package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Censuses of the JVM that runs the tests. */
class CensusTest {
  private static final int QUARTER = 12;

  private final CensusLog log = new CensusLog(4 * QUARTER + 2);
  private final CensusTaker census = new CensusTaker(log);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 999, 100_000})
  void planted_objects_are_counted_exactly(int planted) {
    List<Planted> kept = new ArrayList<>();
    census.take();
    for (int i = 0; i < planted; i++) {
      kept.add(new Planted());
    }
    census.take();
    int key = log.key(Planted.class.getName());
    assertThat(log.count(0, key)).isZero();
    assertThat(log.count(1, key)).isEqualTo(kept.size());
    assertThat(log.bytes(1, key)).isPositive();
    assertThat(log.bytes(1, key) % planted).isZero();
    kept.clear();
    census.take();
    assertThat(log.count(2, key)).isZero();
    assertThat(log.name(key)).isEqualTo("io.github.memoryleak.census.CensusTest$Planted");
    assertThat(log.meter(key)).isEqualTo(Meter.HEAP);
  }

  @Test
  void the_control_is_counted_exactly_and_is_not_in_the_totals() {
    int planted = 100_000;
    PositiveControl control = new PositiveControl();
    census.take();
    assertThat(census.controlCount()).isZero();
    for (int i = 0; i < planted; i++) {
      control.plant();
    }
    census.take();
    assertThat(census.controlCount()).isEqualTo(planted);
    assertThat(control.planted()).isEqualTo(planted);
    assertThat(log.objects(1) - log.objects(0)).isLessThan(planted / 2);
    assertThat(census.isControl(log.key(PositiveControl.TYPE))).isTrue();
    assertThat(census.isControl(log.key("java.lang.String"))).isFalse();
    control.clear();
    census.take();
    assertThat(census.controlCount()).isZero();
    assertThat(control.planted()).isZero();
  }

  @Test
  void threads_are_counted_by_the_pattern_of_their_name() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    census.take();
    for (int i = 0; i < 5; i++) {
      threads.add(new Thread(() -> awaitQuietly(end), "census-test-" + i));
    }
    threads.forEach(Thread::start);
    census.take();
    end.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    census.take();
    assertThat(threadsOf("java.lang.Thread census-test-%d")).containsExactly(0L, 5L, 0L);
  }

  @Test
  void the_totals_are_the_sums_over_the_keys() {
    census.take();
    long objects = 0;
    long bytes = 0;
    long threads = 0;
    for (int key = 0; key < log.keys(); key++) {
      objects += log.meter(key) != Meter.HEAP || census.isControl(key) ? 0 : log.count(0, key);
      bytes += log.meter(key) != Meter.HEAP || census.isControl(key) ? 0 : log.bytes(0, key);
      threads += log.meter(key) == Meter.THREAD ? log.count(0, key) : 0;
    }
    assertThat(log.objects(0)).isEqualTo(objects).isPositive();
    assertThat(log.heapBytes(0)).isEqualTo(bytes).isPositive();
    threads += ForeignThreads.count().values().stream().mapToInt(Integer::intValue).sum();
    assertThat(log.threads(0)).isEqualTo(threads).isPositive();
  }

  /** What the JVM does beside comes once; what a census kept would come in each quarter. */
  @Test
  void no_class_grows_by_an_instance_a_census() {
    while (!log.isFull()) {
      census.take();
    }
    List<String> growing = new ArrayList<>();
    for (int key = 0; key < log.keys(); key++) {
      if (growsInAllQuarters(key)) {
        growing.add(log.name(key));
      }
    }
    assertThat(growing).isEmpty();
  }

  @Test
  void an_instance_a_census_would_be_seen() {
    List<Planted> kept = new ArrayList<>();
    while (!log.isFull()) {
      census.take();
      kept.add(new Planted());
    }
    assertThat(growsInAllQuarters(log.key(Planted.class.getName()))).isTrue();
    assertThat(kept).hasSize(log.size());
  }

  private boolean growsInAllQuarters(int key) {
    for (int row = 1; row + QUARTER < log.size(); row += QUARTER) {
      if (log.count(row + QUARTER, key) - log.count(row, key) < QUARTER) {
        return false;
      }
    }
    return true;
  }

  private List<Long> threadsOf(String pattern) {
    List<Long> counts = new ArrayList<>();
    for (int key = 0; key < log.keys(); key++) {
      if (log.meter(key) == Meter.THREAD && log.name(key).equals(pattern)) {
        for (int row = 0; row < log.size(); row++) {
          counts.add(log.count(row, key));
        }
      }
    }
    return counts;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Planted {}
}
