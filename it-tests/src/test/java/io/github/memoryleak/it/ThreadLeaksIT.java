package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threads that never end, and what they keep, are told with who could end them. */
class ThreadLeaksIT {
  private static final String NOBODY_CAN_SHUT_DOWN =
      "These are workers of thread pools that only their own threads refer to, so nobody can shut"
          + " them down any more.";

  @Test
  void an_executor_that_is_never_shut_down() {
    MavenResult build = MavenRun.of("executor-never-shut-down").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK MailerTest#sends_a_mail: Heap: <heap>, Threads: more
            [ERROR]
            [ERROR] 1. java.lang.Thread pool-%d-thread-%d: +1 thread, <bytes> per loop
            [ERROR]    seen in   com.acme.MailerTest#sends_a_mail
            [ERROR]              ...
            [ERROR]    held by   thread pool-%d-thread-%d
            [ERROR]              → java.util.concurrent.ThreadPoolExecutor$Worker.this$0
            [ERROR]              → java.util.concurrent.ThreadPoolExecutor
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Mailer.send(Mailer.java:12)
            [ERROR]              at com.acme.MailerTest.sends_a_mail(MailerTest.java:10)
            [ERROR]    states    <n> WAITING
            [ERROR]    threads   "pool-<n>" and <n> more WAITING
            [ERROR]                  ...
            [ERROR]    cause     These are workers of thread pools that only their own threads refer to, so nobody can shut them down any more.
            [ERROR]    remedy    Keep the pool in a field and call shutdown() when the object is closed; from Java 19 on a try with resources does so.
            [ERROR]    see       https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/ExecutorService.html
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Not judged: <n> of the JVM and the JDK, <n> of this measurement
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project executor-never-shut-down: LEAK: 1 leak in 1 of 1 subject
            [ERROR]   THREAD java.lang.Thread pool-%d-thread-%d in com.acme.MailerTest#sends_a_mail: +1 thread per loop, held by thread pool-%d-thread-%d
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects()).containsExactly("LEAK com.acme.MailerTest#sends_a_mail");
    assertThat(build.findings())
        .containsExactly(
            "THREAD com.acme.MailerTest#sends_a_mail java.lang.Thread pool-%d-thread-%d 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_thread_that_never_ends() {
    MavenResult build = MavenRun.of("lone-thread-leak").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK PriceFeedTest#keeps_the_last_price: Heap: <heap>, Threads: more
            [ERROR]
            [ERROR] 1. java.lang.Thread price-feed-%d: +1 thread, <bytes> per loop
            [ERROR]    seen in   com.acme.PriceFeedTest#keeps_the_last_price
            [ERROR]    with +1 +24 B com.acme.PriceFeed
            [ERROR]              ...
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.PriceFeed.<init>(PriceFeed.java:16)
            [ERROR]              at com.acme.PriceFeedTest.keeps_the_last_price(PriceFeedTest.java:10)
            [ERROR]    states    <n> WAITING
            [ERROR]    threads   "price-feed-<n>" and <n> more WAITING, daemon
            [ERROR]                  ...
            [ERROR]                  at com.acme.PriceFeed.listen(PriceFeed.java:22)
            [ERROR]                  at com.acme.PriceFeed$$Lambda.run(Unknown Source)
            [ERROR]                  ...
            [ERROR]    cause     Each of these is a thread by itself, in no pool of the JDK, and does not end.
            [ERROR]    remedy    Let it end, by an interrupt or a flag, when the object that started it is closed.
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Not judged: <n> of the JVM and the JDK, <n> of this measurement
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project lone-thread-leak: LEAK: 1 leak in 1 of 1 subject
            [ERROR]   THREAD java.lang.Thread price-feed-%d in com.acme.PriceFeedTest#keeps_the_last_price: +1 thread per loop
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects())
        .containsExactly("LEAK com.acme.PriceFeedTest#keeps_the_last_price");
    assertThat(build.findings())
        .containsExactly(
            "THREAD com.acme.PriceFeedTest#keeps_the_last_price java.lang.Thread price-feed-%d 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_virtual_thread_that_never_ends() {
    Optional<Path> newer =
        Settings.jdks().stream().filter(jdk -> jdk.toString().matches(".*-(21|25).*")).findFirst();
    assumeTrue(newer.isPresent(), "There is no JDK 21 or 25 among 'it.jdks'");
    MavenResult build =
        MavenRun.of("virtual-threads-never-end").run("leak:test", "-Dleak.jvm=" + newer.get());
    assertThat(build.subjects())
        .containsExactlyInAnyOrder(
            "LEAK com.acme.FeedsTest#follows_a_feed", "PASS com.acme.FeedsTest#reads_a_feed");
    assertThat(build.findings())
        .containsExactly("THREAD com.acme.FeedsTest#follows_a_feed java.lang.VirtualThread 1.0");
    assertThat(build.lines())
        .contains(
            "[ERROR]    created   at com.acme.Feeds.follow(Feeds.java:14)",
            "[ERROR]    cause     These are virtual threads that wait for something that does not come.");
  }

  @Test
  void a_thread_local_of_a_pooled_thread() {
    MavenResult build = MavenRun.of("thread-local-on-pooled-thread-leak").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK AuditTest#records_the_user: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.AuditEntry: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.AuditTest#records_the_user
            [ERROR]    held by   ThreadLocal of thread audit
            [ERROR]    path      thread audit
            [ERROR]              → java.lang.Thread.threadLocals
            [ERROR]              → java.lang.ThreadLocal$ThreadLocalMap
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.AuditEntry
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Audit.lambda$record$1(Audit.java:27)
            [ERROR]    cause     A ThreadLocal belongs to the thread, and a pooled thread lives on.
            [ERROR]    remedy    Call remove() in a finally block where the work ends.
            [ERROR]    see       https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/ThreadLocal.html#remove()
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project thread-local-on-pooled-thread-leak: LEAK: 1 leak in 1 of 1 subject
            [ERROR]   HEAP com.acme.AuditEntry in com.acme.AuditTest#records_the_user: +1 instance, <bytes> per loop, held by ThreadLocal of thread audit
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects()).containsExactly("LEAK com.acme.AuditTest#records_the_user");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.AuditTest#records_the_user com.acme.AuditEntry 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  @Tag("long")
  void threads_are_told_apart_by_who_could_end_them() {
    MavenResult build = MavenRun.of("threads-told-apart").run("leak:test");
    assertThat(build.subjects())
        .filteredOn(subject -> subject.startsWith("PASS"))
        .containsExactly("PASS com.acme.AgencyTest#a_pool_that_is_shut_down");
    assertThat(build.causes())
        .containsExactlyInAnyOrder(
            "a_pool_that_is_held: java.lang.Thread pool-%d-thread-%d held by static"
                + " com.acme.Agency.OFFICES. These are idle workers of thread pools that somebody"
                + " still holds and never shuts down.",
            "a_pool_that_is_lost: java.lang.Thread clerk-%d held by thread clerk-%d. "
                + NOBODY_CAN_SHUT_DOWN,
            "a_scheduler_that_is_lost: java.lang.Thread guard-%d held by thread guard-%d. "
                + NOBODY_CAN_SHUT_DOWN,
            "a_fork_join_pool_that_is_held: java.util.concurrent.ForkJoinWorkerThread"
                + " ForkJoinPool-%d-worker-%d held by static com.acme.Agency.OFFICES. These are"
                + " workers of fork-join pools of their own that were never shut down.",
            "a_task_that_does_not_end: java.lang.Thread staff-%d held by null. These are workers of"
                + " thread pools, each at a task that does not end.",
            "a_thread_by_itself: java.lang.Thread courier-%d held by null. Each of these is a"
                + " thread by itself, in no pool of the JDK, and does not end.",
            "a_timer_that_is_held: java.util.TimerThread alarm-%d held by static"
                + " com.acme.Agency.ALARMS. A java.util.Timer was never cancelled.",
            "a_timer_that_is_lost: java.util.TimerThread reminder-%d held by thread reminder-%d."
                + " These are threads of java.util.Timers that nobody refers to any more, so nobody"
                + " can cancel them.");
  }
}
