package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A leak of the heap fails the build and is named: its type, its growth in each loop, its test. */
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
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project static-list-leak: LEAK: 1 leak in 1 of 2 subjects
            [ERROR]   HEAP com.acme.Session in com.acme.CheckoutTest#pay: +1 instance, <bytes> per loop, held by static com.acme.Sessions.ACTIVE
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
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
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project static-map-leak: LEAK: 1 leak in 1 of 1 subject
            [ERROR]   HEAP com.acme.Quote in com.acme.QuoteTest#keeps_the_price: +1 instance, <bytes> per loop, held by static com.acme.QuoteCache.QUOTES
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
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
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project listener-leak: LEAK: 1 leak in 1 of 1 subject
            [ERROR]   HEAP com.acme.Dashboard in com.acme.DashboardTest#shows_the_last_event: +1 instance, <bytes> per loop, held by com.acme.EventBus.listeners
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects())
        .containsExactly("LEAK com.acme.DashboardTest#shows_the_last_event");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.DashboardTest#shows_the_last_event com.acme.Dashboard 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_string_builder_that_only_grows() {
    MavenResult build = MavenRun.of("string-builder-that-only-grows").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK JournalTest#writes_a_line: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. byte[]: <bytes> per loop
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
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project string-builder-that-only-grows: LEAK: 1 leak in 1 of 1 subject
            [ERROR]   HEAP byte[] in com.acme.JournalTest#writes_a_line: <bytes> per loop, held by static com.acme.Journal.LINES
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects()).containsExactly("LEAK com.acme.JournalTest#writes_a_line");
    assertThat(build.exit()).isEqualTo(1);
  }

  /** There is room for some thirty loops, too few for the count to stand out from the noise. */
  @Test
  void five_megabytes_in_each_loop_in_a_heap_of_256_megabytes() {
    MavenResult build = MavenRun.of("five-megabytes-per-loop-in-a-small-heap").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK AlbumTest#shows_a_picture: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. byte[]: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.AlbumTest#shows_a_picture
            [ERROR]    held by   static com.acme.Album.SHOWN
            [ERROR]              → java.util.ArrayList
            [ERROR]              → byte[]
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Album.show(Album.java:14)
            [ERROR]              at com.acme.AlbumTest.shows_a_picture(AlbumTest.java:10)
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects()).containsExactly("LEAK com.acme.AlbumTest#shows_a_picture");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.AlbumTest#shows_a_picture byte[] 1.0");
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
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project sixteen-bytes-per-loop-beside-300-mb: LEAK: 1 leak in 1 of 1 subject
            [ERROR]   HEAP com.acme.Ticket in com.acme.DeskTest#draws_a_ticket: +1 instance, <bytes> per loop, held by static com.acme.Desk.SLOTS
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.subjects()).containsExactly("LEAK com.acme.DeskTest#draws_a_ticket");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.DeskTest#draws_a_ticket com.acme.Ticket 1.0");
    assertThat(build.report().at("/findings/0/bytesPerLoop").asInt()).isEqualTo(16);
    assertThat(build.exit()).isEqualTo(1);
  }
}
