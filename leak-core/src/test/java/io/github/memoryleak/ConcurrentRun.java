package io.github.memoryleak;

import static org.assertj.core.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * Runs tasks at the same time, each on its own thread, until all have ended. A task that hangs
 * fails the test, with a dump of all threads; the time allowed guards against hanging for ever and
 * is no limit on performance.
 */
final class ConcurrentRun {
  private static final Duration HANG = Duration.ofSeconds(120);

  private ConcurrentRun() {}

  /** Runs the same task on some threads. */
  static void of(int threads, Runnable task) {
    List<Runnable> tasks = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      tasks.add(task);
    }
    of(tasks);
  }

  /** Runs each task on a thread of its own; the first error of a task is thrown here. */
  static void of(List<Runnable> tasks) {
    CountDownLatch start = new CountDownLatch(1);
    Queue<Throwable> errors = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (Runnable task : tasks) {
      Thread thread = new Thread(() -> runAfter(start, task, errors));
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    threads.forEach(ConcurrentRun::awaitEnd);
    if (!errors.isEmpty()) {
      throw new AssertionError(
          errors.size() + " of " + tasks.size() + " tasks failed", errors.peek());
    }
  }

  /** Waits for a thread's end. */
  static void awaitEnd(Thread thread) {
    try {
      thread.join(HANG.toMillis());
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for " + thread.getName(), e);
    }
    if (thread.isAlive()) {
      fail("%s has not ended after %s%n%s", thread.getName(), HANG, dump());
    }
  }

  private static void runAfter(CountDownLatch start, Runnable task, Queue<Throwable> errors) {
    try {
      start.await();
      task.run();
    } catch (Throwable e) {
      errors.add(e);
    }
  }

  private static String dump() {
    StringBuilder text = new StringBuilder();
    for (ThreadInfo info : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
      text.append(info);
    }
    return text.toString();
  }
}
