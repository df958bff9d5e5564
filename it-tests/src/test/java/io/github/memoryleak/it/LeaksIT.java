package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each sort of leak fails the build and is named: its type, its growth in each loop, its test. */
class LeaksIT {
  @Test
  void a_list_that_only_grows() {
    MavenResult build = MavenRun.of("static-list-leak").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS CartTest: Heap: <heap>, Threads: same
            [ERROR] LEAK CheckoutTest#pay: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Session: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.CheckoutTest#pay
            [ERROR]    held by   static com.acme.Sessions.ACTIVE
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Session
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Sessions.open(Sessions.java:12)
            [ERROR]              at com.acme.CheckoutTest.pay(CheckoutTest.java:10)
            [INFO]
            [INFO] 1 leak in 1 of 2 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project static-list-leak: LEAK: 1 leak in 1 of 2 subjects
            [ERROR]   HEAP com.acme.Session in com.acme.CheckoutTest#pay: +1 instance, <bytes> per loop, held by static com.acme.Sessions.ACTIVE
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects())
        .containsExactly("PASS com.acme.CartTest", "LEAK com.acme.CheckoutTest#pay");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.CheckoutTest#pay com.acme.Session 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_map_that_only_grows() {
    MavenResult build = MavenRun.of("static-map-leak").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK QuoteTest#keeps_the_price: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Quote: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.QuoteTest#keeps_the_price
            [ERROR]    held by   static com.acme.QuoteCache.QUOTES
            [ERROR]              → java.util.concurrent.ConcurrentHashMap
            [ERROR]              → com.acme.Quote
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.QuoteCache.lambda$quote$0(QuoteCache.java:15)
            [ERROR]              at com.acme.QuoteCache.quote(QuoteCache.java:15)
            [ERROR]              at com.acme.QuoteTest.keeps_the_price(QuoteTest.java:10)
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project static-map-leak: LEAK: 1 leak in 1 of 1 subject
            [ERROR]   HEAP com.acme.Quote in com.acme.QuoteTest#keeps_the_price: +1 instance, <bytes> per loop, held by static com.acme.QuoteCache.QUOTES
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects()).containsExactly("LEAK com.acme.QuoteTest#keeps_the_price");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.QuoteTest#keeps_the_price com.acme.Quote 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_listener_that_is_never_removed() {
    MavenResult build = MavenRun.of("listener-leak").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK DashboardTest#shows_the_last_event: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Dashboard: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.DashboardTest#shows_the_last_event
            [ERROR]    with +1 +16 B com.acme.Dashboard$$Lambda
            [ERROR]    held by   com.acme.EventBus.listeners
            [ERROR]    path      static com.acme.EventBus.DEFAULT
            [ERROR]              → com.acme.EventBus.listeners
            [ERROR]              → java.util.concurrent.CopyOnWriteArrayList
            [ERROR]              → com.acme.Dashboard$$Lambda.arg$1
            [ERROR]              → com.acme.Dashboard
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.DashboardTest.shows_the_last_event(DashboardTest.java:10)
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project listener-leak: LEAK: 1 leak in 1 of 1 subject
            [ERROR]   HEAP com.acme.Dashboard in com.acme.DashboardTest#shows_the_last_event: +1 instance, <bytes> per loop, held by com.acme.EventBus.listeners
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects())
        .containsExactly("LEAK com.acme.DashboardTest#shows_the_last_event");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.DashboardTest#shows_the_last_event com.acme.Dashboard 1.0");
    assertThat(build.exit()).isEqualTo(1);
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
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project thread-local-on-pooled-thread-leak: LEAK: 1 leak in 1 of 1 subject
            [ERROR]   HEAP com.acme.AuditEntry in com.acme.AuditTest#records_the_user: +1 instance, <bytes> per loop, held by ThreadLocal of thread audit
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects()).containsExactly("LEAK com.acme.AuditTest#records_the_user");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.AuditTest#records_the_user com.acme.AuditEntry 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

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
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Mailer.send(Mailer.java:12)
            [ERROR]              at com.acme.MailerTest.sends_a_mail(MailerTest.java:10)
            [ERROR]    states    <n> WAITING
            [ERROR]    threads   "pool-<n>" and <n> more WAITING
            [ERROR]                  ...
            [ERROR]    cause     A thread pool was made by Executors and never shut down.
            [ERROR]    remedy    Call shutdown() when the pool is done with; from Java 19 on a try with resources does so.
            [ERROR]    see       https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/ExecutorService.html
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project executor-never-shut-down: LEAK: 1 leak in 1 of 1 subject
            [ERROR]   THREAD java.lang.Thread pool-%d-thread-%d in com.acme.MailerTest#sends_a_mail: +1 thread per loop
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/TEST-*.xml
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
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project lone-thread-leak: LEAK: 1 leak in 1 of 1 subject
            [ERROR]   THREAD java.lang.Thread price-feed-%d in com.acme.PriceFeedTest#keeps_the_last_price: +1 thread per loop
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects())
        .containsExactly("LEAK com.acme.PriceFeedTest#keeps_the_last_price");
    assertThat(build.findings())
        .containsExactly(
            "THREAD com.acme.PriceFeedTest#keeps_the_last_price java.lang.Thread price-feed-%d 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_class_loader_that_is_never_let_go() {
    MavenResult build = MavenRun.of("class-loader-never-let-go").run("leak:test");
    assertThat(build.findings())
        .containsExactly(
            "CLASS_LOADER com.acme.PluginsTest#runs_a_plugin java.net.URLClassLoader 1.0");
    assertThat(build.lines())
        .contains(
            "[ERROR]    held by   static com.acme.Plugins.LOADED",
            "[ERROR]    created   at com.acme.Plugins.run(Plugins.java:16)");
  }

  @Test
  void files_that_are_never_closed() {
    MavenResult build = MavenRun.of("files-never-closed").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK InboxTest#reads_a_file: Heap: <heap>, Threads: same
            [ERROR] LEAK InboxTest#tells_that_there_are_files: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. ./src/inbox/orders.txt: +1 file descriptor per loop
            [ERROR]    seen in   com.acme.InboxTest#reads_a_file
            [ERROR]    created   at com.acme.Inbox.firstByte(Inbox.java:23)
            [ERROR]              at com.acme.InboxTest.reads_a_file(InboxTest.java:20)
            [ERROR]    closed    never; only the garbage collector would close it
            [ERROR]
            [ERROR] 2. ./src/inbox: +2 file descriptors per loop
            [ERROR]    seen in   com.acme.InboxTest#tells_that_there_are_files
            [ERROR]    created   at com.acme.Inbox.isEmpty(Inbox.java:18)
            [ERROR]              at com.acme.InboxTest.tells_that_there_are_files(InboxTest.java:15)
            [INFO]
            [INFO] 2 leaks in 2 of 2 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project files-never-closed: LEAK: 2 leaks in 2 of 2 subjects
            [ERROR]   FILE_DESCRIPTOR ./src/inbox/orders.txt in com.acme.InboxTest#reads_a_file: +1 file descriptor per loop
            [ERROR]   FILE_DESCRIPTOR ./src/inbox in com.acme.InboxTest#tells_that_there_are_files: +2 file descriptors per loop
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.findings())
        .containsExactly(
            "FILE_DESCRIPTOR com.acme.InboxTest#reads_a_file ./src/inbox/orders.txt 1.0",
            "FILE_DESCRIPTOR com.acme.InboxTest#tells_that_there_are_files ./src/inbox 2.0");
  }

  @Test
  void direct_buffers_that_are_kept() {
    MavenResult build = MavenRun.of("direct-buffers-kept").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK FramesTest#sends_a_byte: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. java.nio.DirectByteBuffer: +1 buffer, <bytes> per loop
            [ERROR]    seen in   com.acme.FramesTest#sends_a_byte
            [ERROR]    held by   static com.acme.Frames.SENT
            [ERROR]              → java.util.ArrayList
            [ERROR]              → java.nio.DirectByteBuffer
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Frames.send(Frames.java:15)
            [ERROR]              at com.acme.FramesTest.sends_a_byte(FramesTest.java:10)
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.findings())
        .containsExactly(
            "DIRECT_BUFFER com.acme.FramesTest#sends_a_byte java.nio.DirectByteBuffer 1.0");
  }

  @Test
  void an_inflater_that_is_never_ended() {
    MavenResult build = MavenRun.of("inflater-never-ended").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK PackerTest#packs_and_unpacks: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. java.util.zip.Inflater: +1 allocation per loop
            [ERROR]    seen in   com.acme.PackerTest#packs_and_unpacks
            [ERROR]    created   at com.acme.Packer.unpack(Packer.java:22)
            [ERROR]              at com.acme.PackerTest.packs_and_unpacks(PackerTest.java:12)
            [ERROR]    closed    never; only the garbage collector would free it
            [ERROR]    cause     Its memory outside the heap is freed by a cleaner, some time after a collection.
            [ERROR]    remedy    Call end() in a finally block, or close the stream that made it.
            [ERROR]    see       https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/zip/Inflater.html#end()
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.findings())
        .containsExactly("NATIVE com.acme.PackerTest#packs_and_unpacks java.util.zip.Inflater 1.0");
  }

  @Test
  void native_memory_that_is_never_freed() {
    MavenResult build = MavenRun.of("native-memory-never-freed").run("leak:test");
    assertThat(build.subjects())
        .containsExactly(
            "LEAK com.acme.TablesTest#adds_up", "PASS com.acme.TablesTest#does_not_add_up");
    assertThat(build.findings())
        .containsExactly("NATIVE com.acme.TablesTest#adds_up native memory (Unsafe) 1.0");
    assertThat(build.lines())
        .contains(
            "[ERROR]    created   at com.acme.Memory.allocate(Memory.java:13)",
            "[ERROR]              at com.acme.Tables.adds(Tables.java:10)");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_class_that_is_defined_each_time() {
    MavenResult build = MavenRun.of("classes-defined-each-time").run("leak:test");
    assertThat(build.findings())
        .containsExactly(
            "METASPACE com.acme.RulesTest#compiles_a_rule com.acme.Rules$Template 1.0");
    assertThat(build.lines()).contains("[ERROR]    held by   static com.acme.Rules.COMPILED");
  }

  @Test
  void a_virtual_thread_that_never_ends() {
    Optional<Path> newer =
        Settings.jdks().stream().filter(jdk -> jdk.toString().matches(".*-(21|25).*")).findFirst();
    assumeTrue(newer.isPresent(), "There is no JDK 21 or 25 among 'it.jdks'");
    MavenResult build =
        MavenRun.of("virtual-threads-never-end").run("leak:test", "-Dleak.jvm=" + newer.get());
    assertThat(build.findings())
        .containsExactly("THREAD com.acme.FeedsTest#follows_a_feed java.lang.VirtualThread 1.0");
    assertThat(build.lines())
        .contains("[ERROR]    created   at com.acme.Feeds.follow(Feeds.java:14)");
  }

  @Test
  void a_string_builder_that_only_grows() {
    MavenResult build = MavenRun.of("string-builder-that-only-grows").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK JournalTest#writes_a_line: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. byte[]: <n> instances, <bytes> per loop
            [ERROR]    seen in   com.acme.JournalTest#writes_a_line
            [ERROR]    held by   static com.acme.Journal.LINES
            [ERROR]              → java.lang.StringBuilder
            [ERROR]              → byte[]
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Journal.write(Journal.java:11)
            [ERROR]              at com.acme.JournalTest.writes_a_line(JournalTest.java:11)
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project string-builder-that-only-grows: LEAK: 1 leak in 1 of 1 subject
            [ERROR]   HEAP byte[] in com.acme.JournalTest#writes_a_line: <n> instances, <bytes> per loop, held by static com.acme.Journal.LINES
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects()).containsExactly("LEAK com.acme.JournalTest#writes_a_line");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void sixteen_bytes_in_each_loop_beside_300_megabytes() {
    MavenResult build = MavenRun.of("sixteen-bytes-per-loop-beside-300-mb").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK DeskTest#draws_a_ticket: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Ticket: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.DeskTest#draws_a_ticket
            [ERROR]    held by   static com.acme.Desk.SLOTS
            [ERROR]              → com.acme.Ticket
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Desk.draw(Desk.java:11)
            [ERROR]              at com.acme.DeskTest.draws_a_ticket(DeskTest.java:12)
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project sixteen-bytes-per-loop-beside-300-mb: LEAK: 1 leak in 1 of 1 subject
            [ERROR]   HEAP com.acme.Ticket in com.acme.DeskTest#draws_a_ticket: +1 instance, <bytes> per loop, held by static com.acme.Desk.SLOTS
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects()).containsExactly("LEAK com.acme.DeskTest#draws_a_ticket");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.DeskTest#draws_a_ticket com.acme.Ticket 1.0");
    assertThat(build.report().at("/findings/0/bytesPerLoop").asInt()).isEqualTo(16);
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void two_leaks_in_two_classes() {
    MavenResult build = MavenRun.of("two-leaks-in-two-classes").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS OrderTest#keeps_nothing: Heap: <heap>, Threads: same
            [ERROR] LEAK OrderTest#takes_an_order: Heap: <heap>, Threads: same
            [ERROR] LEAK ParcelTest#sends_a_parcel: Heap: <heap>, Threads: same
            [INFO] PASS ParcelTest#keeps_nothing: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Order: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.OrderTest#takes_an_order
            [ERROR]    held by   static com.acme.Registry.THINGS
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Order
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.OrderTest.takes_an_order(OrderTest.java:10)
            [ERROR]
            [ERROR] 2. com.acme.Parcel: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.ParcelTest#sends_a_parcel
            [ERROR]    held by   static com.acme.Registry.THINGS
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Parcel
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.ParcelTest.sends_a_parcel(ParcelTest.java:10)
            [INFO]
            [INFO] 2 leaks in 2 of 4 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project two-leaks-in-two-classes: LEAK: 2 leaks in 2 of 4 subjects
            [ERROR]   HEAP com.acme.Order in com.acme.OrderTest#takes_an_order: +1 instance, <bytes> per loop, held by static com.acme.Registry.THINGS
            [ERROR]   HEAP com.acme.Parcel in com.acme.ParcelTest#sends_a_parcel: +1 instance, <bytes> per loop, held by static com.acme.Registry.THINGS
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects())
        .containsExactly(
            "PASS com.acme.OrderTest#keeps_nothing",
            "LEAK com.acme.OrderTest#takes_an_order",
            "LEAK com.acme.ParcelTest#sends_a_parcel",
            "PASS com.acme.ParcelTest#keeps_nothing");
    assertThat(build.findings())
        .containsExactly(
            "HEAP com.acme.OrderTest#takes_an_order com.acme.Order 1.0",
            "HEAP com.acme.ParcelTest#sends_a_parcel com.acme.Parcel 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void slow_tests_that_leak_are_found_by_running_each_a_few_times() {
    MavenResult build = MavenRun.of("slow-tests").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK ShelfTest: Heap: <heap>, Threads: same
            [INFO] PASS WarehouseTest#has_stock: Heap: <heap>, Threads: same
            [INFO] PASS WarehouseTest#still_has_stock: Heap: <heap>, Threads: same
            [ERROR] LEAK WarehouseTest#takes_an_order: Heap: <heap>, Threads: same
            [ERROR] LEAK WarehouseTest#takes_another_order: Heap: <heap>, Threads: same
            [ERROR] LEAK WarehouseTest#takes_something_back: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.ShelfTest$Shelf: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.ShelfTest
            [ERROR]    held by   static com.acme.ShelfTest.SHELVES
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.ShelfTest$Shelf
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.ShelfTest.build(ShelfTest.java:17)
            [ERROR]
            [ERROR] 2. com.acme.Warehouse$Order: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.WarehouseTest#takes_an_order
            [ERROR]              com.acme.WarehouseTest#takes_another_order
            [ERROR]    held by   static com.acme.Warehouse.ORDERS
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Warehouse$Order
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Warehouse.order(Warehouse.java:23)
            [ERROR]              at com.acme.WarehouseTest.takes_an_order(WarehouseTest.java:20)
            [ERROR]
            [ERROR] 3. com.acme.Warehouse$Return: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.WarehouseTest#takes_something_back
            [ERROR]    held by   static com.acme.Warehouse.RETURNS
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Warehouse$Return
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Warehouse.giveBack(Warehouse.java:28)
            [ERROR]              at com.acme.WarehouseTest.takes_something_back(WarehouseTest.java:33)
            [WARNING]
            [WARNING] Note: The same grows at the same rate as in com.acme.WarehouseTest#takes_an_order, which was measured in its place, in com.acme.WarehouseTest#takes_another_order.
            [INFO]
            [INFO] 3 leaks in 4 of 6 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/TEST-*.xml""");
  }

  @Test
  void a_leak_in_before_each() {
    MavenResult build = MavenRun.of("leak-in-before-each").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK ConnectionTest#answers: Heap: <heap>, Threads: same
            [ERROR] LEAK ConnectionTest#is_there: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Connection: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.ConnectionTest#answers
            [ERROR]              com.acme.ConnectionTest#is_there
            [ERROR]    held by   static com.acme.Connection.OPEN
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Connection
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Connection.open(Connection.java:12)
            [ERROR]              at com.acme.ConnectionTest.connect(ConnectionTest.java:14)
            [INFO]
            [INFO] 1 leak in 2 of 2 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project leak-in-before-each: LEAK: 1 leak in 2 of 2 subjects
            [ERROR]   HEAP com.acme.Connection in com.acme.ConnectionTest#answers and 1 more: +1 instance, <bytes> per loop, held by static com.acme.Connection.OPEN
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects())
        .containsExactly(
            "LEAK com.acme.ConnectionTest#answers", "LEAK com.acme.ConnectionTest#is_there");
    assertThat(build.findings())
        .containsExactly(
            "HEAP com.acme.ConnectionTest#answers com.acme.Connection 1.0",
            "HEAP com.acme.ConnectionTest#is_there com.acme.Connection 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_leak_in_before_all() {
    MavenResult build = MavenRun.of("leak-in-before-all").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK ServerTest: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Server: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.ServerTest
            [ERROR]    held by   static com.acme.Server.STARTED
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Server
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Server.start(Server.java:12)
            [ERROR]              at com.acme.ServerTest.start(ServerTest.java:14)
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project leak-in-before-all: LEAK: 1 leak in 1 of 1 subject
            [ERROR]   HEAP com.acme.Server in com.acme.ServerTest: +1 instance, <bytes> per loop, held by static com.acme.Server.STARTED
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects()).containsExactly("LEAK com.acme.ServerTest");
    assertThat(build.findings()).containsExactly("HEAP com.acme.ServerTest com.acme.Server 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_leak_in_a_nested_class_with_parameters() {
    MavenResult build = MavenRun.of("nested-and-parameterized").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS CouponTest#can_be_printed: Heap: <heap>, Threads: same
            [INFO] PASS CouponTest$Kept#leaves_the_price: Heap: <heap>, Threads: same
            [ERROR] LEAK CouponTest$Redeemed#lowers_the_price: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. com.acme.Coupon: +2 instances, <bytes> per loop
            [ERROR]    seen in   com.acme.CouponTest$Redeemed#lowers_the_price
            [ERROR]    held by   static com.acme.Coupon.REDEEMED
            [ERROR]              → java.util.ArrayList
            [ERROR]              → com.acme.Coupon
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.CouponTest$Redeemed.lowers_the_price(CouponTest.java:24)
            [INFO]
            [INFO] 1 leak in 1 of 3 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project nested-and-parameterized: LEAK: 1 leak in 1 of 3 subjects
            [ERROR]   HEAP com.acme.Coupon in com.acme.CouponTest$Redeemed#lowers_the_price: +2 instances, <bytes> per loop, held by static com.acme.Coupon.REDEEMED
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects())
        .containsExactly(
            "PASS com.acme.CouponTest#can_be_printed",
            "PASS com.acme.CouponTest$Kept#leaves_the_price",
            "LEAK com.acme.CouponTest$Redeemed#lowers_the_price");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.CouponTest$Redeemed#lowers_the_price com.acme.Coupon 2.0");
    assertThat(build.exit()).isEqualTo(1);
  }
}
