package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignThreadsTest {
  @ParameterizedTest
  @CsvSource({
    "Reference Handler, the JVM and the JDK",
    "Common-Cleaner, the JVM and the JDK",
    "process reaper, the JVM and the JDK",
    "process reaper (pid 4711), the JVM and the JDK",
    "JFR Periodic Tasks, the Flight Recorder",
    "JDWP Transport Listener: dt_socket, a debugger",
    "Monitor Ctrl-Break, a debugger",
    "surefire-forkedjvm-command-thread, Surefire",
    "leak-leash, this measurement",
  })
  void threads_of_the_tools_are_known_by_their_names(String name, String owner) {
    assertThat(ForeignThreads.owner("java.lang.Thread", name)).contains(owner);
  }

  @ParameterizedTest
  @CsvSource({
    "19, VirtualThread-unparker",
    "19, VirtualThread-unparker-3",
    "19, Read-Poller",
    "19, Write-Poller",
    "22, MasterPoller",
    "24, VirtualThread-unblocker",
  })
  void what_serves_virtual_threads_is_the_jvms_where_there_are_such_and_else_the_programs(
      int first, String name) {
    String type = "jdk.internal.misc.InnocuousThread";
    assertThat(ForeignThreads.owner(type, name, first)).contains("the JVM and the JDK");
    assertThat(ForeignThreads.owner(type, name, 25)).contains("the JVM and the JDK");
    assertThat(ForeignThreads.owner(type, name, first - 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "java.lang.Thread, main",
    "java.lang.Thread, pool-1-thread-1",
    "jdk.internal.misc.InnocuousThread, Cleaner-0",
    "jdk.internal.net.http.HttpClientImpl$SelectorManager, HttpClient-1-SelectorManager",
    "java.util.TimerThread, Timer-0",
    "java.util.concurrent.ForkJoinWorkerThread, ForkJoinPool-1-worker-1",
    "java.lang.Thread, JFRunner",
    "java.lang.Thread, the Finalizer",
  })
  void what_the_program_starts_is_its_own(String type, String name) {
    assertThat(ForeignThreads.owner(type, name)).isEmpty();
  }

  @Test
  void carriers_of_virtual_threads_are_the_jvms() {
    assertThat(ForeignThreads.owner("jdk.internal.misc.CarrierThread", "ForkJoinPool-1-worker-1"))
        .contains("the JVM and the JDK");
  }

  @Property
  void the_number_of_a_thread_does_not_matter(@ForAll String name) {
    Optional<String> owner = ForeignThreads.owner("java.lang.Thread", "JFR " + name);
    assertThat(owner).contains("the Flight Recorder");
  }

  @Test
  void live_ones_are_counted_and_make_no_kind_of_thread_in_a_census() throws Exception {
    assertThat(ForeignThreads.count()).containsKey("the JVM and the JDK");
    CountDownLatch end = new CountDownLatch(1);
    Thread recorder = new Thread(() -> awaitQuietly(end), "JFR of a test");
    Map<String, Integer> before = ForeignThreads.count();
    recorder.start();
    CensusLog log = new CensusLog(2);
    new CensusTaker(log).take();
    assertThat(ForeignThreads.count().getOrDefault("the Flight Recorder", 0))
        .isEqualTo(before.getOrDefault("the Flight Recorder", 0) + 1);
    assertThat(log.threads(0)).isPositive();
    for (int key = 0; key < log.keys(); key++) {
      assertThat(log.name(key)).doesNotContain("JFR of a test");
    }
    end.countDown();
    recorder.join();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
