package io.github.memoryleak.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.Measured;
import io.github.memoryleak.explain.Explanation;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Fingerprint;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.finding.ThreadTrace;
import io.github.memoryleak.heap.growth.GrownPool;
import io.github.memoryleak.rounds.Measurement;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadFindingsTest extends FindingsFixture {
  private static final String[] IDLE = {
    "jdk.internal.misc.Unsafe.park(Native Method)",
    "java.util.concurrent.ThreadPoolExecutor.getTask(ThreadPoolExecutor.java:1062)",
    "java.lang.Thread.run(Thread.java:840)"
  };
  private static final String[] BUSY = {
    "jdk.internal.misc.Unsafe.park(Native Method)",
    "com.acme.Poller.run(Poller.java:12)",
    "java.lang.Thread.run(Thread.java:840)"
  };

  @Test
  void threads_and_what_they_drag_along_on_the_heap_are_one_finding() {
    measured.thread("poller-%d", 1, BUSY).type("java.lang.Thread", 1, 120);
    measured.type(APPLICATION, 1, 24);
    Finding finding = onlyFinding();
    assertThat(finding.kind()).isEqualTo(Kind.THREAD);
    assertThat(finding.type()).isEqualTo("java.lang.Thread poller-%d");
    assertThat(finding.countPerLoop()).isEqualTo(1);
    assertThat(finding.bytesPerLoop()).isEqualTo(144);
    assertThat(finding.owner()).isEqualTo(Owner.APPLICATION);
    assertThat(finding.threads()).isNotEmpty().hasSizeLessThan(Measured.LOOPS);
    assertThat(finding.threads()).extracting(ThreadTrace::stack).containsOnly(List.of(BUSY));
    assertThat(finding.growing())
        .extracting(GrowingType::type)
        .contains("java.lang.Thread poller-%d", "java.lang.Thread", APPLICATION);
  }

  @Test
  void each_kind_of_thread_is_a_finding() {
    measured.thread("poller-%d", 1, BUSY).thread("timer-%d", 2, BUSY);
    assertThat(findings())
        .extracting(Finding::type)
        .containsExactlyInAnyOrder("java.lang.Thread poller-%d", "java.lang.Thread timer-%d");
    assertThat(findings().get(0).threads()).allMatch(t -> t.name().startsWith("poller-"));
    assertThat(findings().get(1).threads()).allMatch(t -> t.name().startsWith("timer-"));
  }

  @Test
  void a_pool_that_ramps_up_is_no_finding() {
    measured
        .thread("pool-%d-thread-%d", 1, IDLE)
        .type("java.lang.Thread", 1, 120)
        .type("java.util.concurrent.ThreadPoolExecutor$Worker", 1, 48);
    assertThat(findings()).isEmpty();
  }

  @Test
  void idle_workers_each_with_a_pool_of_their_own_are_a_finding() {
    measured
        .thread("pool-%d-thread-%d", 1, IDLE)
        .type("java.util.concurrent.ThreadPoolExecutor", 1, 80)
        .type("java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject", 2, 48);
    assertThat(onlyFinding().kind()).isEqualTo(Kind.THREAD);
  }

  @Test
  void virtual_threads_that_stay_are_a_thread_leak() {
    measured
        .type("java.lang.VirtualThread", 1, 112)
        .type("java.lang.VirtualThread$VThreadContinuation", 1, 48)
        .type("com.acme.Poller", 1, 16);
    assertThat(onlyFinding().kind()).isEqualTo(Kind.THREAD);
    assertThat(onlyFinding().type()).isEqualTo("java.lang.VirtualThread");
  }

  @Test
  void threads_that_nobody_could_look_at_are_a_finding() {
    measured.thread("pool-%d-thread-%d", 1, IDLE);
    Measurement seen = measured.build();
    Measurement unseen =
        new Measurement(
            seen.outcome(),
            seen.rounds(),
            seen.loopsBefore(),
            seen.loops(),
            seen.longestRound(),
            seen.heapBytes(),
            seen.liveObjects(),
            seen.threads(),
            seen.growing(),
            List.of(),
            List.of(),
            List.of(),
            seen.loopNanos());
    assertThat(Findings.of(SUBJECT, unseen, true, Explanation.NONE))
        .extracting(Finding::kind)
        .containsExactly(Kind.THREAD);
  }

  @Test
  void what_grows_beside_a_pool_that_ramps_up_is_a_finding_on_the_heap() {
    measured
        .thread("pool-%d-thread-%d", 1, IDLE)
        .type("java.lang.Thread", 1, 120)
        .type(APPLICATION, 1, 24);
    assertThat(onlyFinding().kind()).isEqualTo(Kind.HEAP);
    assertThat(onlyFinding().growing()).containsExactly(grown(APPLICATION, 1, 24));
  }

  @Test
  void threads_hold_themselves_and_what_they_retain_is_told() {
    measured.thread("feed-%d", 1, "com.acme.Feed.run(Feed.java:1)");
    explained(holder("thread feed-%d", "java.lang.Thread"));
    assertThat(onlyFinding().holder()).isNull();
    assertThat(onlyFinding().path()).isEmpty();
    assertThat(onlyFinding().retainedBytes()).isEqualTo(4000);
    assertThat(onlyFinding().retainedBytesPerLoop()).isEqualTo(100);
  }

  @Test
  void threads_of_a_pool_are_told_with_who_holds_it() {
    measured
        .thread("pool-%d-thread-%d", 1, IDLE)
        .type("java.util.concurrent.ThreadPoolExecutor", 1, 80);
    explanation =
        new Explanation(
            List.of(holder("thread pool-%d-thread-%d", "java.lang.Thread")),
            List.of(
                pool("java.lang.Thread other-%d", "static com.acme.Other.POOLS", 30),
                pool("java.lang.Thread pool-%d-thread-%d", "static com.acme.Mailer.POOLS", 20),
                pool("java.lang.Thread pool-%d-thread-%d", "static com.acme.Rare.POOLS", 1)),
            20,
            null);
    assertThat(onlyFinding().holder()).isEqualTo("static com.acme.Mailer.POOLS");
    assertThat(onlyFinding().path())
        .containsExactly("static com.acme.Mailer.POOLS", "java.util.concurrent.ThreadPoolExecutor");
    assertThat(onlyFinding().retainedBytes()).isEqualTo(4000);
    assertThat(onlyFinding().fingerprint())
        .isEqualTo(Fingerprint.of("THREAD", SUBJECT, "java.lang.Thread pool-%d-thread-%d"));
  }

  private static GrownPool pool(String threads, String holder, long growth) {
    String type = "java.util.concurrent.ThreadPoolExecutor";
    return new GrownPool(threads, holder, List.of(holder, type), type, growth);
  }
}
