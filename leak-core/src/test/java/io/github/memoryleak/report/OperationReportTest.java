package io.github.memoryleak.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.FindingBuilder;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.ThreadTrace;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OperationReportTest {

  private static final Change STEADY = new Change(2, 2);

  @Test
  void prints_one_line_for_a_pass() {
    String text = text(new Change(240_000, 241_172), STEADY, false, false);

    assertThat(text).isEqualTo("PASS load: Heap: 0.23 MB (0.5% growth), Threads: 2->2");
  }

  @Test
  void names_the_classes_of_a_heap_leak() {
    OperationReport report =
        new OperationReport(
            "load",
            new Change(51_589_939, 64_487_424),
            STEADY,
            true,
            false,
            List.of(
                new GrowingType("com.acme.Session", 100_000, 2_400_000, 1, 24),
                new GrowingType("byte[]", 3, 10_497_485, 1, 24)),
            List.of(),
            List.of());

    assertThat(report.text())
        .isEqualTo(
            """
            LEAK DETECTED in load: Heap grew by 25.00% (12.30 MB)
              +100,000   +2.29 MB  com.acme.Session
                    +3  +10.01 MB  byte[]""");
  }

  @Test
  void counts_the_classes_after_the_tenth() {
    List<GrowingType> types =
        IntStream.rangeClosed(1, 12).mapToObj(i -> new GrowingType("T" + i, i, 16, 1, 16)).toList();
    OperationReport report =
        new OperationReport(
            "load", new Change(100, 292), STEADY, true, false, types, List.of(), List.of());

    assertThat(report.text())
        .isEqualTo(
            """
            LEAK DETECTED in load: Heap grew by 192.00% (192 B)
               +1  +16 B  T1
               +2  +16 B  T2
               +3  +16 B  T3
               +4  +16 B  T4
               +5  +16 B  T5
               +6  +16 B  T6
               +7  +16 B  T7
               +8  +16 B  T8
               +9  +16 B  T9
              +10  +16 B  T10
              ... and 2 more classes""");
  }

  @Test
  void does_not_round_a_small_leak_to_nothing() {
    assertThat(text(new Change(300_000_000, 300_000_016), STEADY, true, false))
        .isEqualTo("LEAK DETECTED in load: Heap grew by less than 0.01% (16 B)");
  }

  @Test
  void shows_leaked_threads_with_their_stacks() {
    OperationReport report =
        new OperationReport(
            "load",
            new Change(240_000, 240_000),
            new Change(2, 5),
            false,
            true,
            List.of(),
            Samples.WORKERS.threads(),
            List.of());

    assertThat(report.text())
        .isEqualTo(
            """
            THREAD LEAK DETECTED in load: 3 threads leaked
              "pool-1-thread-1" and 1 more WAITING
                  at jdk.internal.misc.Unsafe.park(Native Method)
                  ... 2 frames
                  at com.acme.Dispatcher.next(Dispatcher.java:57)
                  at com.acme.Dispatcher$$Lambda$14/0x0000000800c03000.run(Unknown Source)
                  ... 1 frame
              "pool-3-thread-1" RUNNABLE
                  at com.acme.Dispatcher.work(Dispatcher.java:72)""");
  }

  @Test
  void reports_both_kinds_of_leak_one_after_the_other() {
    assertThat(text(new Change(1_048_576, 2_097_152), new Change(2, 3), true, true))
        .isEqualTo(
            """
            LEAK DETECTED in load: Heap grew by 100.00% (1.00 MB)
            THREAD LEAK DETECTED in load: 1 thread leaked""");
  }

  @Test
  void shows_other_leaks_in_a_line_each() {
    Finding files =
        new FindingBuilder(Kind.FILE_DESCRIPTOR, "load", "/data/%d")
            .perLoop(3, 0)
            .growing(
                List.of(
                    new GrowingType("/data/%d", 200, 0, 2, 0),
                    new GrowingType("eventpoll", 100, 0, 1, 0)))
            .build();
    OperationReport report =
        new OperationReport(
            "load", STEADY, STEADY, false, false, List.of(), List.of(), List.of(files));

    assertThat(report.text())
        .isEqualTo(
            """
            FILE DESCRIPTOR LEAK DETECTED in load: /data/%d: +3 file descriptors per loop
              +1  eventpoll""");
  }

  @Test
  void lets_no_name_break_the_layout() {
    ThreadTrace thread =
        new ThreadTrace("a\u001b[2J\nb", "java.lang.Thread", "RUNNABLE", true, List.of());
    OperationReport report =
        new OperationReport(
            "two\nlines",
            STEADY,
            new Change(1, 2),
            false,
            true,
            List.of(),
            List.of(thread),
            List.of());

    assertThat(report.text())
        .isEqualTo(
            """
            THREAD LEAK DETECTED in two lines: 1 thread leaked
              "a [2J b" RUNNABLE, daemon""");
  }

  private static String text(
      Change heap, Change threads, boolean heapLeaked, boolean threadLeaked) {
    return new OperationReport(
            "load", heap, threads, heapLeaked, threadLeaked, List.of(), List.of(), List.of())
        .text();
  }
}
