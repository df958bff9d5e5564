package io.github.memoryleak.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownLeaksTest {
  private static final String EXECUTOR = "java.util.concurrent.ThreadPoolExecutor";
  private static final String IDLE = EXECUTOR + ".getTask(ThreadPoolExecutor.java:1062)";
  private static final String TIMER = "java.util.TimerThread.mainLoop(Timer.java:537)";

  private static final String TWO =
      """
      # Of our own.
      kind: HEAP
      holder: static com.acme.Sessions.*
      cause: Sessions are kept.
      remedy: Close them.
      see: https://acme.example/12

      path: thread *
      site: com.acme.*
      cause: A thread holds it.
      remedy: Stop it.
      """;

  private static FindingBuilder heap() {
    return new FindingBuilder(Kind.HEAP, "com.acme.CartTest#adds", "com.acme.Session");
  }

  private static FindingBuilder held(String holder, String... path) {
    return heap().holding(new Finding.Holding(holder, List.of(path), 1L, 1L));
  }

  private static @Nullable String cause(KnownLeaks known, FindingBuilder finding) {
    Advice advice = known.advise(finding.build()).advice();
    return advice == null ? null : advice.cause();
  }

  private static KnownLeaks read(String text) throws IOException {
    return KnownLeaks.read("own.txt", new StringReader(text));
  }

  @Test
  void classes_that_are_made_again_and_again_have_a_remedy() {
    FindingBuilder classes =
        new FindingBuilder(Kind.METASPACE, "com.acme.CartTest#adds", "com.acme.Script%d");
    assertThat(cause(KnownLeaks.bundled(), classes))
        .isEqualTo(
            "A class stays as long as its loader does; a hidden class, as long as something refers"
                + " to it.");
  }

  @Test
  void a_pattern_need_not_say_that_a_field_is_static() throws IOException {
    KnownLeaks known =
        read(
            """
            path: com.acme.Sessions.*
            cause: Sessions are kept.
            remedy: Close them.
            """);
    assertThat(cause(known, held("static com.acme.Sessions.ACTIVE")))
        .isEqualTo("Sessions are kept.");
    assertThat(cause(known, held("com.acme.Cart.all", "static com.acme.Sessions.ACTIVE")))
        .isEqualTo("Sessions are kept.");
    assertThat(cause(known, held("static com.acme.SessionsOfOthers"))).isNull();
  }

  @Test
  void the_first_entry_whose_patterns_all_fit_is_told() throws IOException {
    KnownLeaks known = read(TWO);
    assertThat(known.advise(held("static com.acme.Sessions.ACTIVE").build()).advice())
        .isEqualTo(new Advice("Sessions are kept.", "Close them.", "https://acme.example/12"));
    FindingBuilder threaded = held("com.acme.Job.state", "thread pool-%d", "com.acme.Job");
    assertThat(cause(known, threaded)).isNull();
    assertThat(cause(known, threaded.site(List.of("com.acme.Job.run(Job.java:7)"))))
        .isEqualTo("A thread holds it.");
    assertThat(cause(known, heap())).isNull();
  }

  @Test
  void what_is_known_anyway_is_well_formed_and_fits_what_it_is_for() {
    KnownLeaks bundled = KnownLeaks.bundled();
    assertThat(cause(bundled, held("static java.io.DeleteOnExitHook.files")))
        .startsWith("File.deleteOnExit()");
    assertThat(
            cause(
                bundled,
                held("static java.io.DeleteOnExitHook.files")
                    .site(
                        List.of(
                            "io.netty.handler.codec.http.multipart.DiskFileUpload.tempFile(D.java:1)"))))
        .startsWith("Netty registers");
    assertThat(cause(bundled, held("java.lang.ThreadLocal$ThreadLocalMap.table")))
        .startsWith("A ThreadLocal belongs to the thread");
    assertThat(
            cause(
                bundled,
                new FindingBuilder(Kind.THREAD, "x", "java.lang.Thread pool-%d-thread-%d")))
        .startsWith("A thread pool was made by Executors");
    assertThat(cause(bundled, held("static com.acme.Sessions.ACTIVE"))).isNull();
  }

  @Test
  void leaked_threads_are_told_apart_by_where_they_stand() {
    assertThat(cause(KnownLeaks.bundled(), standing("pay-worker-%d", IDLE)))
        .isEqualTo("These are idle workers of thread pools that were never shut down.");
    assertThat(
            cause(
                KnownLeaks.bundled(),
                standing("pay-%d", EXECUTOR + "$Worker.run(ThreadPoolExecutor.java:1)")))
        .isEqualTo("These are workers of thread pools, each at a task that does not end.");
    assertThat(cause(KnownLeaks.bundled(), standing("report-%d", TIMER)))
        .isEqualTo("A java.util.Timer was never cancelled.");
    assertThat(
            cause(KnownLeaks.bundled(), standing("poller-%d", "com.acme.Poller.poll(Poller.java)")))
        .isEqualTo("Each of these is a thread by itself, in no pool of the JDK, and does not end.");
    assertThat(
            cause(
                KnownLeaks.bundled(),
                new FindingBuilder(Kind.THREAD, "x", "java.lang.VirtualThread")))
        .isEqualTo("These are virtual threads that wait for something that does not come.");
  }

  @Test
  void a_pool_that_somebody_holds_is_told_from_one_that_nobody_can_shut_down() {
    String own = "thread pool-%d-thread-%d";
    assertThat(poolCause(IDLE, own, own, EXECUTOR + "$Worker.this$0", EXECUTOR))
        .isEqualTo(
            "These are workers of thread pools that only their own threads refer to, so nobody can"
                + " shut them down any more.");
    assertThat(poolCause(IDLE, "static com.acme.Mailer.POOLS", EXECUTOR))
        .isEqualTo(
            "These are idle workers of thread pools that somebody still holds and never shuts"
                + " down.");
    assertThat(poolCause(TIMER, "thread Timer-%d", "thread Timer-%d"))
        .isEqualTo(
            "These are threads of java.util.Timers that nobody refers to any more, so nobody can"
                + " cancel them.");
    assertThat(poolCause(TIMER, "static com.acme.App.TIMERS", "java.util.Timer"))
        .isEqualTo("A java.util.Timer was never cancelled.");
  }

  private static @Nullable String poolCause(String frame, String holder, String... path) {
    return cause(
        KnownLeaks.bundled(),
        standing("pool-%d-thread-%d", frame)
            .holding(new Finding.Holding(holder, List.of(path), null, null)));
  }

  private static FindingBuilder standing(String name, String frame) {
    FindingBuilder thread = new FindingBuilder(Kind.THREAD, "x", "java.lang.Thread " + name);
    ThreadTrace trace =
        new ThreadTrace(
            name, "java.lang.Thread", "WAITING", false, List.of("a.B.c(B.java)", frame));
    return thread.threads(List.of(trace));
  }

  @Test
  void a_wrong_line_is_told_with_its_number() {
    assertRefused(
        "kind: HEAP\nwhy: because",
        "own.txt, line 2 should begin with kind:, type:, holder:, path:, site:, stack:, cause:,"
            + " remedy: or see:");
    assertRefused("kind: HEAP\nkind: THREAD", "own.txt, line 2 is the second 'kind' of its entry");
    assertRefused(
        "kind: HEAP\ncause: It leaks.\n\nkind: THREAD",
        "own.txt, line 2 ends an entry that lacks a pattern, its cause or its remedy");
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> read(text)).hasMessage(message);
  }

  @Property
  void any_text_is_read_or_refused_with_its_line(@ForAll String text) throws IOException {
    try {
      assertThat(read(text).advise(heap().build()).type()).isEqualTo("com.acme.Session");
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageMatching("(?s)own.txt, line [0-9]+ .*");
    }
  }
}
