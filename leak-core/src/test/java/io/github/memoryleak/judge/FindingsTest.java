package io.github.memoryleak.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.memoryleak.Measured;
import io.github.memoryleak.explain.Explanation;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Fingerprint;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.finding.State;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.finding.ThreadTrace;
import io.github.memoryleak.growth.Trend;
import io.github.memoryleak.heap.growth.GrownHolder;
import io.github.memoryleak.heap.growth.GrownPool;
import io.github.memoryleak.rounds.Measurement;
import io.github.memoryleak.rounds.Measurement.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final String SUBJECT = "com.acme.CartTest#add";
  private static final String APPLICATION = "io.github.memoryleak.MemorySnapshot";
  private static final String OF_TEST = "io.github.memoryleak.judge.FindingsTest";
  private static final String LIBRARY = "org.assertj.core.api.Assertions";
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

  private final Measured measured = new Measured(Outcome.LEAKING);
  private Explanation explanation = Explanation.NONE;

  @Test
  void nothing_that_grows_is_no_finding() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void types_that_grow_together_are_one_finding() {
    measured.type("byte[]", 1, 48).type(APPLICATION, 1, 24).type("java.lang.String", 1, 24);
    Finding finding = onlyFinding();
    assertThat(finding.kind()).isEqualTo(Kind.HEAP);
    assertThat(finding.subject()).isEqualTo(SUBJECT);
    assertThat(finding.type()).isEqualTo(APPLICATION);
    assertThat(finding.countPerLoop()).isEqualTo(1);
    assertThat(finding.bytesPerLoop()).isEqualTo(96);
    assertThat(finding.owner()).isEqualTo(Owner.APPLICATION);
    assertThat(finding.state()).isEqualTo(State.HELD);
    assertThat(finding.status()).isEqualTo(Status.NEW);
    assertThat(finding.fingerprint()).isEqualTo(Fingerprint.of("HEAP", SUBJECT, APPLICATION));
    assertThat(finding.retainedBytes()).isNull();
    assertThat(finding.holder()).isNull();
    assertThat(finding.growing()).hasSize(3).first().isEqualTo(grown(APPLICATION, 1, 24));
  }

  @Test
  void the_applications_class_is_named_before_the_tests_and_a_librarys_and_the_jdks() {
    measured
        .type("java.util.HashMap$Node", 1, 32)
        .type("java.lang.ref.WeakReference", 1, 48)
        .type(LIBRARY, 1, 16)
        .type("byte[]", 1, 5000)
        .type(APPLICATION, 1, 16);
    assertThat(onlyFinding().type()).isEqualTo(APPLICATION);
  }

  @Test
  void a_class_of_the_test_is_named_before_those_of_the_jdk() {
    measured.type("byte[]", 1, 5000).type(OF_TEST, 1, 16).type("java.util.HashMap$Node", 1, 32);
    assertThat(onlyFinding().type()).isEqualTo(OF_TEST);
  }

  @Test
  void the_class_of_a_library_belongs_to_the_library() {
    measured.type("byte[]", 1, 5000).type(LIBRARY, 1, 16);
    assertThat(onlyFinding().type()).isEqualTo(LIBRARY);
    assertThat(onlyFinding().owner()).isEqualTo(Owner.LIBRARY);
  }

  @Test
  void the_class_of_the_test_framework_belongs_to_the_test_infrastructure() {
    measured.type("byte[]", 1, 5000).type("org.junit.jupiter.engine.Anything", 1, 16);
    assertThat(onlyFinding().type()).isEqualTo("org.junit.jupiter.engine.Anything");
    assertThat(onlyFinding().owner()).isEqualTo(Owner.TEST_INFRASTRUCTURE);
  }

  @Test
  void of_equal_classes_the_one_with_most_bytes_is_named() {
    measured.type("java.util.Date", 3, 24).type("java.util.Calendar", 1, 900);
    assertThat(onlyFinding().type()).isEqualTo("java.util.Calendar");
    assertThat(onlyFinding().growing())
        .extracting(GrowingType::type)
        .containsExactly("java.util.Calendar", "java.util.Date");
  }

  @Test
  void only_what_is_steady_is_proven() {
    measured.type(APPLICATION, Trend.SLOWING, 1, 24).type("byte[]", 1, 48);
    assertThat(onlyFinding().type()).isEqualTo("byte[]");
    assertThat(onlyFinding().growing()).hasSize(1);
    assertThat(Findings.of(SUBJECT, measured.build(), false, Explanation.NONE).get(0).growing())
        .hasSize(2);
  }

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
  void classes_that_stay_without_a_loader_of_their_own_are_told_by_their_names() {
    measured
        .type("java.lang.Class", 2, 240)
        .type("java.lang.invoke.MethodType", 1, 40)
        .loadedClasses("com.acme.Script%d", "com.acme.Script%d", "java.lang.Once");
    assertThat(onlyFinding().kind()).isEqualTo(Kind.METASPACE);
    assertThat(onlyFinding().type()).isEqualTo("com.acme.Script%d");
    assertThat(onlyFinding().countPerLoop()).isEqualTo(2);
  }

  @Test
  void threads_that_nobody_could_look_at_are_a_finding() {
    measured.thread("pool-%d-thread-%d", 1, IDLE);
    Measurement seen = measured.build();
    Measurement unseen =
        new Measurement(
            seen.outcome(),
            seen.rounds(),
            seen.loops(),
            seen.heapBytes(),
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
  void long_lists_are_cut() {
    for (int i = 0; i < 100; i++) {
      measured.type("java.util.Type" + i, 1, 24);
    }
    assertThat(onlyFinding().growing()).hasSizeBetween(10, 50);
    assertThat(onlyFinding().bytesPerLoop()).isEqualTo(2400);
  }

  @Test
  void a_holder_gives_the_finding_its_path_and_what_it_retains() {
    measured.type(APPLICATION, 1, 24).type("java.util.HashMap$Node", 1, 32);
    explained(holder("static com.acme.Sessions.ACTIVE", APPLICATION, "java.util.HashMap$Node"));
    assertThat(onlyFinding().holder()).isEqualTo("static com.acme.Sessions.ACTIVE");
    assertThat(onlyFinding().path())
        .containsExactly("static com.acme.Sessions.ACTIVE", "java.util.HashMap", APPLICATION);
    assertThat(onlyFinding().retainedBytes()).isEqualTo(4000);
    assertThat(onlyFinding().retainedBytesPerLoop()).isEqualTo(100);
    assertThat(onlyFinding().countPerLoop()).isEqualTo(1);
    assertThat(onlyFinding().bytesPerLoop()).isEqualTo(56);
  }

  @Test
  void two_holders_are_two_findings() {
    measured.type(APPLICATION, 1, 24).type("int[]", 1, 56).type("java.util.HashMap$Node", 1, 32);
    explained(
        holder("static com.acme.Sessions.ACTIVE", APPLICATION, "java.util.HashMap$Node"),
        holder("com.acme.Cache.pages", "int[]"));
    assertThat(findings())
        .extracting(Finding::holder, Finding::type)
        .containsExactly(
            tuple("static com.acme.Sessions.ACTIVE", APPLICATION),
            tuple("com.acme.Cache.pages", "int[]"));
  }

  @Test
  void a_holder_of_what_does_not_grow_in_the_census_comes_last() {
    measured.type("java.lang.String", 1, 24).type("byte[]", 1, 24);
    explained(
        holder("java.util.logging.Loggers.named", "java.util.logging.Weak", "java.lang.String"),
        holder("static com.acme.History.ORDERS", "java.lang.String", "byte[]"));
    assertThat(onlyFinding().holder()).isEqualTo("static com.acme.History.ORDERS");
  }

  @Test
  void a_holder_that_accounts_for_all_of_the_growth_comes_first() {
    measured.type("java.lang.String", 1, 24).type("byte[]", 1, 24);
    GrownHolder all = holder("ThreadLocal of thread worker", "java.lang.String", "byte[]");
    explained(
        new GrownHolder(
            "java.util.logging.LogManager$LogNode.children",
            all.path(),
            all.type(),
            List.of(17L),
            2000,
            9000,
            17,
            Map.of("java.lang.String", 17L),
            List.of(),
            false,
            List.of()),
        all);
    assertThat(onlyFinding().holder()).isEqualTo("ThreadLocal of thread worker");
  }

  @Test
  void the_list_of_cleaners_holds_nothing_that_is_held_elsewhere() {
    measured
        .type("java.util.zip.ZipFile", 1, 40)
        .type("jdk.internal.ref.CleanerImpl$PhantomCleanableRef", 2, 96);
    explained(
        holder(
            "jdk.internal.ref.CleanerImpl$CleanableList$Node.arr",
            "jdk.internal.ref.CleanerImpl$PhantomCleanableRef",
            "java.util.zip.ZipFile"),
        holder("static com.acme.Archives.OPEN", "java.util.zip.ZipFile"));
    assertThat(onlyFinding().holder()).isEqualTo("static com.acme.Archives.OPEN");
    assertThat(onlyFinding().type()).isEqualTo("java.util.zip.ZipFile");
  }

  @Test
  void what_no_holder_explains_stays_a_finding_when_it_is_of_the_program() {
    measured.type(APPLICATION, 1, 24).type("int[]", 1, 56);
    explained(holder("com.acme.Cache.pages", "int[]"));
    assertThat(findings())
        .extracting(Finding::holder, Finding::type)
        .containsExactly(tuple("com.acme.Cache.pages", "int[]"), tuple(null, APPLICATION));
  }

  @Test
  void what_no_holder_explains_joins_the_finding_when_it_is_of_the_jdk() {
    measured.type(APPLICATION, 1, 24).type("byte[]", 0.1, 6);
    explained(holder("static com.acme.Sessions.ACTIVE", APPLICATION));
    assertThat(onlyFinding().growing()).hasSize(2);
    assertThat(onlyFinding().bytesPerLoop()).isEqualTo(30);
  }

  @Test
  void noise_that_has_a_type_in_common_with_a_leak_is_no_finding() {
    measured.type(APPLICATION, 1, 24).type("byte[]", 1, 24);
    explained(
        holder("static com.acme.Sessions.ACTIVE", APPLICATION, "byte[]"),
        holder("java.util.logging.LogManager$LoggerWeakRef.node", "byte[]"));
    assertThat(onlyFinding().holder()).isEqualTo("static com.acme.Sessions.ACTIVE");
  }

  @Test
  void noise_beside_a_buffer_that_grows_is_no_finding() {
    measured.type("byte[]", 0.01, 50);
    GrownHolder buffer = holder("static com.acme.Journal.LINES", "byte[]");
    explained(
        new GrownHolder(
            buffer.holder(),
            buffer.path(),
            buffer.type(),
            List.of(0L),
            1000,
            4000,
            1,
            Map.of("byte[]", 0L),
            List.of(),
            false,
            List.of()),
        holder("java.util.logging.LogManager$LogNode.children", "java.lang.String", "byte[]"));
    assertThat(onlyFinding().holder()).isEqualTo("static com.acme.Journal.LINES");
    assertThat(onlyFinding().retainedBytesPerLoop()).isEqualTo(50);
  }

  @Test
  void two_holders_of_the_same_type_are_two_findings() {
    measured.type(APPLICATION, 2, 48);
    explained(
        holder("static com.acme.Sessions.ACTIVE", APPLICATION),
        holder("com.acme.Cache.pages", APPLICATION));
    assertThat(findings())
        .extracting(Finding::holder, Finding::countPerLoop)
        .containsExactly(
            tuple("static com.acme.Sessions.ACTIVE", 1.0), tuple("com.acme.Cache.pages", 1.0));
  }

  @Test
  void what_only_soft_references_hold_explains_nothing() {
    measured.type(APPLICATION, 1, 24);
    GrownHolder hard = holder("static com.acme.Sessions.CACHE", APPLICATION);
    explained(
        new GrownHolder(
            hard.holder(),
            hard.path(),
            hard.type(),
            hard.objectGrowth(),
            hard.shallowGrowth(),
            hard.retained(),
            hard.objects(),
            hard.typeGrowth(),
            hard.alsoHeldBy(),
            true,
            List.of()));
    assertThat(onlyFinding().holder()).isNull();
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

  @Test
  void a_collection_that_is_accumulated_is_the_type() {
    measured.type(APPLICATION, 1, 24).type("java.util.HashMap", 1, 48);
    explained(holder("com.acme.Proxies.delegates", "java.util.HashMap", APPLICATION));
    assertThat(onlyFinding().type()).isEqualTo("java.util.HashMap");
  }

  @Test
  void what_the_jdk_wraps_is_the_type() {
    measured.type(APPLICATION, 1, 24).type("com.sun.jmx.mbeanserver.NamedObject", 1, 24);
    explained(
        holder(
            "com.sun.jmx.mbeanserver.Repository.domainTb",
            "com.sun.jmx.mbeanserver.NamedObject",
            APPLICATION));
    assertThat(onlyFinding().type()).isEqualTo(APPLICATION);
  }

  @Test
  void the_fingerprint_is_that_of_the_holder() {
    measured.type(APPLICATION, 1, 24);
    explained(holder("static com.acme.Sessions.ACTIVE", APPLICATION));
    assertThat(onlyFinding().fingerprint())
        .isEqualTo(Fingerprint.of("HEAP", "static com.acme.Sessions.ACTIVE", APPLICATION));
  }

  private void explained(GrownHolder... holders) {
    explanation = new Explanation(List.of(holders), List.of(), 20, null);
  }

  /** A holder of 40 objects, 20 of which came in 20 loops. */
  private static GrownHolder holder(String field, String type, String... others) {
    Map<String, Long> growth = new LinkedHashMap<>(Map.of(type, 20L));
    for (String other : others) {
      growth.put(other, 20L);
    }
    return new GrownHolder(
        field,
        List.of(field, "java.util.HashMap", type),
        type,
        List.of(20L),
        1000,
        4000,
        40,
        growth,
        List.of(),
        false,
        List.of());
  }

  private List<Finding> findings() {
    return Findings.of(SUBJECT, measured.build(), true, explanation);
  }

  private Finding onlyFinding() {
    assertThat(findings()).hasSize(1);
    return findings().get(0);
  }

  private static GrowingType grown(String type, double countPerLoop, double bytesPerLoop) {
    return new GrowingType(
        type,
        Math.round(Measured.LOOPS * countPerLoop),
        Math.round(Measured.LOOPS * bytesPerLoop),
        countPerLoop,
        bytesPerLoop);
  }
}
