package io.github.memoryleak.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.ThreadTrace;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PoolShapeTest {

  @Test
  void a_worker_of_an_executor_is_idle_when_it_waits_for_a_task() throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    try {
      Thread worker = pool.submit(Thread::currentThread).get();
      assertThat(PoolShape.isIdleWorker(awaitShape(worker, PoolShape::isIdleWorker))).isTrue();
      assertThat(PoolShape.waitsForGood(awaitShape(worker, PoolShape::waitsForGood))).isTrue();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void a_worker_of_an_executor_is_not_idle_when_its_task_waits() throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    CountDownLatch end = new CountDownLatch(1);
    try {
      Thread worker = pool.submit(Thread::currentThread).get();
      pool.submit(() -> end.await(1, TimeUnit.HOURS));
      ThreadTrace waiting = awaitShape(worker, t -> has(t, "CountDownLatch.await("));
      assertThat(PoolShape.isIdleWorker(waiting)).isFalse();
      assertThat(PoolShape.waitsForGood(waiting)).isFalse();
    } finally {
      end.countDown();
      pool.shutdown();
    }
  }

  @Test
  void a_worker_of_a_scheduled_pool_waits_for_good_though_the_next_task_has_a_time()
      throws Exception {
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
    try {
      Thread worker = pool.submit(Thread::currentThread).get();
      pool.schedule(() -> {}, 1, TimeUnit.HOURS);
      // State and stack are read one after the other.
      ThreadTrace waiting =
          awaitShape(worker, t -> has(t, "awaitNanos(") && t.state().equals("TIMED_WAITING"));
      assertThat(PoolShape.isIdleWorker(waiting)).isTrue();
      assertThat(PoolShape.waitsForGood(waiting)).isTrue();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void a_worker_of_a_fork_join_pool_is_idle_when_it_waits_for_a_task() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    try {
      Thread worker = pool.submit(Thread::currentThread).get();
      assertThat(PoolShape.isIdleWorker(awaitShape(worker, PoolShape::isIdleWorker))).isTrue();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void a_worker_of_a_fork_join_pool_is_not_idle_when_its_task_waits() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    CountDownLatch end = new CountDownLatch(1);
    try {
      Thread worker = pool.submit(Thread::currentThread).get();
      pool.submit(() -> end.await(1, TimeUnit.HOURS));
      ThreadTrace waiting =
          awaitShape(
              worker, t -> has(t, "CountDownLatch.await(") && t.state().equals("TIMED_WAITING"));
      assertThat(PoolShape.isIdleWorker(waiting)).isFalse();
    } finally {
      end.countDown();
      pool.shutdown();
    }
  }

  @Test
  void a_worker_of_a_fork_join_pool_that_still_looks_for_a_task_is_not_idle() {
    ThreadTrace looking =
        new ThreadTrace(
            "ForkJoinPool-1-worker-1",
            "java.util.concurrent.ForkJoinWorkerThread",
            "RUNNABLE",
            true,
            List.of(
                "java.util.concurrent.ForkJoinPool.scan(ForkJoinPool.java:1600)",
                "java.util.concurrent.ForkJoinPool.runWorker(ForkJoinPool.java:1622)"));
    assertThat(PoolShape.isIdleWorker(looking)).isFalse();
  }

  @Test
  void a_plain_thread_is_no_worker() {
    ThreadTrace plain =
        new ThreadTrace(
            "main",
            "java.lang.Thread",
            "WAITING",
            false,
            List.of(
                "jdk.internal.misc.Unsafe.park(Native Method)", "com.acme.Main.run(Main.java)"));
    assertThat(PoolShape.isIdleWorker(plain)).isFalse();
    assertThat(PoolShape.waitsForGood(plain)).isTrue();
  }

  @Test
  void a_thread_without_a_stack_is_no_worker() {
    ThreadTrace ended = new ThreadTrace("gone", "java.lang.Thread", "TERMINATED", false, List.of());
    assertThat(PoolShape.isIdleWorker(ended)).isFalse();
    assertThat(PoolShape.waitsForGood(ended)).isFalse();
  }

  private static boolean has(ThreadTrace thread, String part) {
    return thread.stack().stream().anyMatch(frame -> frame.contains(part));
  }

  /** Returns the trace once the thread is where it should be. */
  private static ThreadTrace awaitShape(Thread thread, Predicate<ThreadTrace> shape) {
    ThreadTrace trace;
    do {
      Thread.onSpinWait();
      trace = trace(thread);
    } while (!shape.test(trace));
    return trace;
  }

  private static ThreadTrace trace(Thread thread) {
    List<String> stack = Arrays.stream(thread.getStackTrace()).map(ThreadTrace::text).toList();
    return new ThreadTrace(
        thread.getName(),
        thread.getClass().getName(),
        thread.getState().name(),
        thread.isDaemon(),
        stack);
  }
}
