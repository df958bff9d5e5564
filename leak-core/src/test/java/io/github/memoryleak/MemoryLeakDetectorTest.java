package io.github.memoryleak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.ThreadTrace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryLeakDetectorTest {
  private static final int KEPT = 200_000;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void an_operation_that_keeps_nothing_passes_in_one_line() {
    MemoryLeakDetector detector = detector(b -> b);
    detector.setBaseline();
    assertThat(detector.checkLeak("checkout")).isFalse();
    assertThat(printed())
        .matches(
            "PASS checkout: Heap: \\d+\\.\\d\\d MB \\(-?\\d+\\.\\d% growth\\), Threads: \\d+->\\d+\n");
    assertThat(detector.lastCheck().leaked()).isFalse();
    assertThat(detector.lastCheck().newThreads()).isEmpty();
  }

  @Test
  void an_operation_that_keeps_objects_leaks_and_names_their_class() {
    MemoryLeakDetector detector = detector(b -> b.heapGrowth(0.001));
    detector.setBaseline();
    List<Kept> kept = keep();
    assertThat(detector.checkLeak("checkout")).isTrue();
    assertThat(kept).hasSize(KEPT);
    List<String> lines = printed().lines().toList();
    assertThat(lines.get(0))
        .matches("LEAK DETECTED in checkout: Heap grew by \\d+\\.\\d\\d% \\(\\d+\\.\\d\\d MB\\)");
    assertThat(lines.get(1))
        .matches(
            " +\\+200,000 +\\+\\d\\.\\d+ MB +io\\.github\\.memoryleak\\.MemoryLeakDetectorTest\\$Kept");
    LeakCheck check = detector.lastCheck();
    assertThat(check.heapLeaked()).isTrue();
    assertThat(check.threadLeaked()).isFalse();
    assertThat(check.operation()).isEqualTo("checkout");
    GrowingType largest = check.growing().get(0);
    assertThat(largest.type()).isEqualTo(Kept.class.getName());
    assertThat(largest.count()).isEqualTo(KEPT);
    assertThat(check.heapBytes().growth()).isGreaterThanOrEqualTo(largest.bytes() / 2);
  }

  @Test
  void an_operation_that_leaves_threads_leaks_and_shows_their_stack() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    MemoryLeakDetector detector = detector(b -> b.settle(Duration.ZERO));
    detector.setBaseline();
    List<Thread> threads = start(3, () -> awaitQuietly(end));
    assertThat(detector.checkLeak("checkout")).isTrue();
    end.countDown();
    join(threads);
    assertThat(printed().replaceAll("java:\\d+", "java:N").lines())
        .startsWith(
            "THREAD LEAK DETECTED in checkout: 3 threads leaked",
            "  \"detector-test-0\" and 2 more WAITING",
            "      at jdk.internal.misc.Unsafe.park(Native Method)")
        .contains(
            "      at io.github.memoryleak.MemoryLeakDetectorTest.awaitQuietly(MemoryLeakDetectorTest.java:N)");
    assertThat(detector.lastCheck().threads().growth()).isEqualTo(3);
    assertThat(detector.lastCheck().newThreads())
        .extracting(ThreadTrace::name)
        .containsExactlyInAnyOrder("detector-test-0", "detector-test-1", "detector-test-2");
  }

  @Test
  void as_many_threads_as_are_tolerated_pass() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    MemoryLeakDetector detector = detector(b -> b.threadGrowth(3).settle(Duration.ZERO));
    detector.setBaseline();
    List<Thread> threads = start(3, () -> awaitQuietly(end));
    assertThat(detector.checkLeak("checkout")).isFalse();
    end.countDown();
    join(threads);
    assertThat(printed()).startsWith("PASS checkout: Heap: ");
  }

  /** It would wait for an hour if it did not end early. */
  @Test
  void threads_that_are_about_to_end_are_waited_for_and_no_longer() throws Exception {
    Thread main = Thread.currentThread();
    CountDownLatch end = new CountDownLatch(1);
    MemoryLeakDetector detector = detector(b -> b.strict().settle(Duration.ofHours(1)));
    detector.setBaseline();
    List<Thread> threads = start(3, () -> awaitQuietly(end));
    Thread ender = new Thread(() -> countDownOnceSettling(main, end), "ender");
    ender.start();
    assertThat(detector.checkLeak("checkout")).isFalse();
    join(threads);
    ender.join();
    assertThat(printed()).startsWith("PASS checkout: Heap: ");
  }

  @Test
  void several_checks_compare_with_the_same_baseline_and_a_new_baseline_forgets() {
    MemoryLeakDetector detector = detector(b -> b.heapGrowth(0.001));
    detector.setBaseline();
    List<Kept> kept = keep();
    assertThat(detector.checkLeak("first")).isTrue();
    assertThat(detector.checkLeak("second")).isTrue();
    detector.setBaseline();
    assertThat(detector.checkLeak("third")).isFalse();
    assertThat(kept).hasSize(KEPT);
  }

  @Test
  void growth_within_the_absolute_limit_passes_whatever_the_percentage() {
    MemoryLeakDetector detector = detector(b -> b.heapGrowth(0).heapGrowthBytes(1L << 40));
    detector.setBaseline();
    List<Kept> kept = keep();
    assertThat(detector.checkLeak("checkout")).isFalse();
    assertThat(kept).hasSize(KEPT);
  }

  @Test
  void a_name_of_several_lines_stays_one_line() {
    MemoryLeakDetector detector = detector(b -> b);
    detector.setBaseline();
    detector.checkLeak("check\nout");
    assertThat(printed().lines()).hasSize(1);
  }

  @Test
  void a_check_without_a_baseline_is_answered_with_what_to_do() {
    assertThatThrownBy(() -> detector(b -> b).checkLeak("checkout"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("There is no baseline to compare 'checkout' with: call setBaseline first");
  }

  @Test
  void a_result_without_a_check_is_answered_with_what_to_do() {
    assertThatThrownBy(() -> detector(b -> b).lastCheck())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Nothing was checked yet: call checkLeak first");
  }

  @ParameterizedTest
  @CsvSource({
    "-0.2, 2, 'heapGrowth must be a number that is not negative, but is -0.2'",
    "NaN, 2, 'heapGrowth must be a number that is not negative, but is NaN'",
  })
  void a_threshold_that_makes_no_sense_is_refused(double heap, int threads, String message) {
    assertThatThrownBy(() -> new MemoryLeakDetector(heap, threads))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void a_negative_thread_variance_is_refused() {
    assertThatThrownBy(() -> new MemoryLeakDetector(0.2, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("threadGrowth must be a number that is not negative, but is -1");
  }

  @Test
  void a_negative_settle_time_is_refused() {
    assertThatThrownBy(() -> MemoryLeakDetector.builder().settle(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("settle must not be negative, but is PT-0.001S");
  }

  @Test
  void the_builder_starts_with_the_normal_preset_and_knows_the_others() {
    DetectorBuilder builder = MemoryLeakDetector.builder();
    assertThat(builder.thresholds()).isEqualTo(LeakThresholds.normal());
    assertThat(builder.strict().thresholds()).isEqualTo(LeakThresholds.strict());
    assertThat(builder.permissive().thresholds()).isEqualTo(LeakThresholds.permissive());
    assertThat(builder.normal().thresholds()).isEqualTo(LeakThresholds.normal());
  }

  @Test
  void each_limit_of_the_builder_changes_that_limit_alone() {
    LeakThresholds limits = new LeakThresholds(0.5, 7, 9, 11, 0.25);
    DetectorBuilder builder = MemoryLeakDetector.builder().thresholds(limits);
    assertThat(builder.heapGrowth(0.75).heapGrowthBytes(8).threadGrowth(10).thresholds())
        .isEqualTo(new LeakThresholds(0.75, 8, 10, 11, 0.25));
  }

  private MemoryLeakDetector detector(UnaryOperator<DetectorBuilder> settings) {
    DetectorBuilder builder =
        MemoryLeakDetector.builder().printTo(new PrintStream(printed, true, UTF_8));
    return settings.apply(builder).build();
  }

  private String printed() {
    return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static List<Kept> keep() {
    List<Kept> kept = new ArrayList<>(KEPT);
    for (int i = 0; i < KEPT; i++) {
      kept.add(new Kept(i, i));
    }
    return kept;
  }

  private static List<Thread> start(int count, Runnable task) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      threads.add(new Thread(task, "detector-test-" + i));
    }
    threads.forEach(Thread::start);
    threads.forEach(MemoryLeakDetectorTest::awaitWaiting);
    return threads;
  }

  private static void join(List<Thread> threads) {
    threads.forEach(ConcurrentRun::awaitEnd);
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void countDownOnceSettling(Thread main, CountDownLatch end) {
    while (main.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    end.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Kept(long first, long second) {}
}
