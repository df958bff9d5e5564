package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LiveThreadsTest {
  @Test
  void a_pattern_begins_with_the_class_of_the_thread() {
    assertThat(LiveThreads.pattern(new Thread("pool-1-thread-2")))
        .isEqualTo("java.lang.Thread pool-%d-thread-%d");
    assertThat(LiveThreads.pattern(new Worker()))
        .isEqualTo("io.github.memoryleak.census.LiveThreadsTest$Worker worker-%d");
  }

  @Test
  void threads_are_live_from_their_start_to_their_end_in_all_groups() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    ThreadGroup group = new ThreadGroup("nested");
    Thread[] threads = new Thread[40];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(group, () -> awaitQuietly(end), "live-" + i);
      assertThat(LiveThreads.all()).doesNotContain(threads[i]);
      threads[i].start();
    }
    assertThat(LiveThreads.all())
        .doesNotContainNull()
        .doesNotHaveDuplicates()
        .contains(threads)
        .contains(Thread.currentThread());
    end.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(LiveThreads.all()).doesNotContain(threads);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Worker extends Thread {
    Worker() {
      super("worker-1");
    }
  }
}
