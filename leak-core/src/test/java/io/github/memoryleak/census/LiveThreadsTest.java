package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveThreadsTest {

  @ParameterizedTest
  @CsvSource({
    "main, main",
    "pool-12-thread-7, pool-%d-thread-%d",
    "Thread-0, Thread-%d",
    "42, %d",
    "ForkJoinPool.commonPool-worker-3, ForkJoinPool.commonPool-worker-%d",
    "http-nio-8080-exec-10, http-nio-%d-exec-%d",
    "OkHttp api.acme.com, OkHttp api.acme.com",
    "lease-3f2a9c1be07d, lease-%d",
    "lease-deadbeef, lease-deadbeef",
    "lease-a1b2c, lease-a%db%dc",
    "lease-a1b2c3d, lease-%d",
    "HttpClient@6d1ef78-42, HttpClient@%d-%d",
    "Pool[z8kfltbm1n2aw10fhzrjj|75a1cd57]-Helper-#1, Pool[%d|%d]-Helper-#%d",
    "connection-pool2-thread3, connection-pool%d-thread%d",
    "lease-a1b2c3d4, lease-%d",
    "lease-12345678, lease-%d",
    "facade, facade",
    "worker-a1, worker-a%d",
    "7up, %dup",
    "a%db, a%db",
  })
  void numbers_in_a_name_are_left_out(String name, String pattern) {
    assertThat(LiveThreads.namePattern(name)).isEqualTo(pattern);
  }

  @Test
  void an_empty_name_is_its_own_pattern() {
    assertThat(LiveThreads.namePattern("")).isEmpty();
  }

  @Property
  void a_pattern_has_no_digit_and_is_its_own_pattern(@ForAll String name) {
    String pattern = LiveThreads.namePattern(name);
    assertThat(pattern).doesNotContainPattern("[0-9]");
    assertThat(LiveThreads.namePattern(pattern)).isEqualTo(pattern);
  }

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
