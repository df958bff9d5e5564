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
    return heap().holding(new Finding.Holding(holder, List.of(path), 1, 1));
  }

  private static @Nullable String cause(KnownLeaks known, FindingBuilder finding) {
    Advice advice = known.advise(finding.build()).advice();
    return advice == null ? null : advice.cause();
  }

  private static KnownLeaks read(String text) throws IOException {
    return KnownLeaks.read("own.txt", new StringReader(text));
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
    assertThat(
            standing("pay-worker-%d", "java.util.concurrent.ThreadPoolExecutor.getTask(T.java:1)"))
        .startsWith("These are idle workers of thread pools");
    assertThat(standing("report-%d", "java.util.TimerThread.mainLoop(Timer.java:1)"))
        .startsWith("A java.util.Timer");
    assertThat(standing("poller-%d", "com.acme.Poller.poll(Poller.java:1)")).isNull();
  }

  private static @Nullable String standing(String name, String frame) {
    FindingBuilder thread = new FindingBuilder(Kind.THREAD, "x", "java.lang.Thread " + name);
    ThreadTrace trace =
        new ThreadTrace(
            name, "java.lang.Thread", "WAITING", false, List.of("a.B.c(B.java)", frame));
    return cause(KnownLeaks.bundled(), thread.threads(List.of(trace)));
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
