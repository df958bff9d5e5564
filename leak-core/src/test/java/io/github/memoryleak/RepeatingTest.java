package io.github.memoryleak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.explain.HeapDumps;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.rounds.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatingTest {
  private static final String LEAKS = Leaks.class.getName();

  /** All tests of this JVM together explain more leaks than are explained in a build. */
  private static final HeapDumps MANY_DUMPS =
      new HeapDumps(HeapDumps.Keep.NEVER, null, 1000, HeapDumps.MAX_DUMP_BYTES);

  static List<Arguments> leaks() {
    return List.of(
        leak("list", leaks -> leaks::list, LEAKS + "$Session"),
        leak("map", leaks -> leaks::map, LEAKS + "$Session"),
        leak("listener", leaks -> leaks::listener, LEAKS + "$Listener"),
        leak("thread local", leaks -> leaks::threadLocal, LEAKS + "$PerThread"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("leaks")
  void an_instance_kept_by_each_loop_is_a_leak_of_its_class(
      String name, Function<Leaks, Operation> operation, String type) throws Exception {
    try (Leaks leaks = new Leaks()) {
      RepeatedCheck check = repeating(name, operation.apply(leaks)).run();
      assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.LEAK);
      assertThat(check.findings()).hasSize(1);
      Finding finding = check.findings().get(0);
      assertThat(finding.kind()).isEqualTo(Kind.HEAP);
      assertThat(finding.type()).isEqualTo(type);
      assertThat(finding.countPerLoop()).isEqualTo(1);
      assertThat(finding.subject()).isEqualTo(name);
      assertThat(finding.growing().get(0).type()).isEqualTo(type);
      assertThat(check.toString()).startsWith("LEAK DETECTED in " + name + ": Heap grew by ");
    }
  }

  private static final class Ring {
    private final Object[] slots = new Object[1500];
    private int next;

    void add(Object value) {
      slots[next++ % slots.length] = value;
    }
  }

  @Test
  void a_ring_is_filled_up_before_it_is_called_a_leak() throws Exception {
    Ring ring = new Ring();
    RepeatedCheck check =
        repeating("ring", () -> ring.add(new Leaks.Session())).heapDumps(MANY_DUMPS).run();
    assertThat(check.verdict()).as(check.explanation()).isEqualTo(Verdict.PASS);
    assertThat(check.notes())
        .containsExactly(
            LEAKS
                + "$Session grows in ring and is no leak:"
                + " it stopped when length of java.lang.Object[] was reached, which is 1500.");
    assertThat(ring.next).isGreaterThan(1500);
  }

  /** Its map has no limit, whatever its fields are called. */
  private static final class Desk {
    private static int maxTickets = 2000;
    private final List<Object> tickets = new ArrayList<>();

    int free() {
      return maxTickets - tickets.size();
    }
  }

  @Test
  void a_number_that_limits_nothing_does_not_excuse_a_leak() throws Exception {
    Desk desk = new Desk();
    RepeatedCheck check =
        repeating(
                "desk",
                () -> {
                  desk.tickets.add(new Leaks.Session());
                  desk.free();
                })
            .heapDumps(MANY_DUMPS)
            .run();
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.LEAK);
    assertThat(check.findings()).extracting(Finding::type).containsExactly(LEAKS + "$Session");
    assertThat(desk.tickets).hasSizeGreaterThan(2000);
  }

  @Test
  void a_text_that_only_grows_is_a_leak_in_bytes() throws Exception {
    try (Leaks leaks = new Leaks()) {
      RepeatedCheck check = repeating("text", leaks::text).run();
      assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.LEAK);
      assertThat(check.findings()).extracting(Finding::type).containsExactly("byte[]");
      assertThat(check.findings().get(0).bytesPerLoop()).isBetween(70L, 500L);
    }
  }

  private static final class StaleMap {
    private Entry[] table = new Entry[16];
    private int size;

    private static final class Entry {}

    /** The map's entries are gone at the next collection. */
    void add() {
      if (++size * 4 > table.length) {
        table = new Entry[table.length * 2];
      }
    }
  }

  @Test
  void a_table_whose_entries_do_not_stay_is_no_leak() throws Exception {
    StaleMap map = new StaleMap();
    RepeatedCheck check = repeating("map", map::add).run();
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.PASS);
    assertThat(check.subject().loops()).isLessThan(500);
  }

  /**
   * As a table of stale entries does whose collection was late: it is doubled three times, and once
   * more it would have to be.
   */
  @Test
  void a_table_that_is_doubled_no_more_is_no_leak() throws Exception {
    Object[][] table = {new Long[16]};
    int[] loops = {0};
    RepeatedCheck check =
        repeating(
                "table",
                () -> {
                  loops[0]++;
                  if (loops[0] * 4 > table[0].length && loops[0] < 1_000) {
                    table[0] = new Long[table[0].length * 2];
                  }
                })
            .run();
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.PASS);
    assertThat(table[0].length).isEqualTo(4096);
  }

  @Test
  void an_executor_that_is_never_shut_down_is_a_leak_of_threads() throws Exception {
    try (Leaks leaks = new Leaks()) {
      RepeatedCheck check = repeating("executor", leaks::executor).run();
      assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.LEAK);
      assertThat(check.findings()).hasSize(1);
      Finding finding = check.findings().get(0);
      assertThat(finding.kind()).isEqualTo(Kind.THREAD);
      assertThat(finding.type()).isEqualTo("java.lang.Thread pool-%d-thread-%d");
      assertThat(finding.countPerLoop()).isEqualTo(1);
      assertThat(finding.threads()).isNotEmpty();
      assertThat(check.toString())
          .startsWith(
              "THREAD LEAK DETECTED in executor: %d threads leaked\n"
                  .formatted(check.subject().loops()));
    }
  }

  static List<Arguments> harmless() {
    return List.of(
        harmless("nothing", 1, h -> h::nothing),
        harmless("garbage", 1, h -> h::garbage),
        harmless("a cache of 40", 40, h -> h::boundedCache),
        harmless("a cache of 400", 400, h -> h::boundedCache),
        harmless("values that are halved each 41 loops", 41, h -> h::halvedWhenFull),
        harmless("a lazy singleton", 1, h -> h::lazySingleton),
        harmless("a pool of 8", 8, h -> h::poolRampUp),
        harmless("a pool of 80", 80, h -> h::poolRampUp),
        harmless("cleaners", 1, h -> h::cleaners),
        harmless("packing", 1, h -> h::packing),
        harmless("a weak map", 1, h -> h::weakMap),
        harmless("a soft map", 1, h -> h::softMap),
        harmless("weak references", 1, h -> h::weakReferencesThatAreReplaced),
        harmless("regex and lambda", 1, h -> h::regexAndLambda));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmless")
  void what_only_looks_like_a_leak_passes(
      String name, int size, Function<Harmless, Operation> operation) throws Exception {
    try (Harmless harmless = new Harmless(size)) {
      RepeatedCheck check = repeating(name, operation.apply(harmless)).run();
      assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.PASS);
      assertThat(check.findings()).isEmpty();
      assertThat(check.subject().reason()).isNull();
      assertThat(check.toString()).startsWith("PASS " + name + ": Heap: ");
    }
  }

  @Test
  void what_stops_growing_between_the_dumps_is_measured_again() throws Exception {
    List<Object> kept = new ArrayList<>();
    AtomicInteger dumped = new AtomicInteger();
    Operation stops =
        () -> {
          if (isBetweenDumps()) {
            dumped.incrementAndGet();
          } else if (dumped.get() == 0) {
            kept.add(new Leaks.Session());
          }
        };
    RepeatedCheck stopped = repeating("stops", stops).run();
    assertThat(stopped.verdict()).as(stopped.toString()).isEqualTo(Verdict.PASS);
    assertThat(dumped.get()).isPositive();
    Operation pauses =
        () -> {
          if (!isBetweenDumps() || dumped.decrementAndGet() < 0) {
            kept.add(new Leaks.Session());
          }
        };
    RepeatedCheck paused = repeating("pauses", pauses).run();
    assertThat(paused.verdict()).as(paused.toString()).isEqualTo(Verdict.LEAK);
    assertThat(dumped.get()).isNegative();
  }

  private static boolean isBetweenDumps() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(f -> f.getClassName().endsWith(".Explainer")));
  }

  @Test
  void screening_passes_what_is_clean_and_leaves_open_what_grows() throws Exception {
    Optional<RepeatedCheck> clean = repeating("nothing", () -> {}).screen().clean();
    assertThat(clean).map(RepeatedCheck::verdict).contains(Verdict.PASS);
    try (Leaks leaks = new Leaks()) {
      assertThat(repeating("list", leaks::list).screen().clean()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 9})
  void an_exception_of_the_operation_ends_the_measurement_with_the_same_exception(int loop) {
    IOException thrown = new IOException("out of order");
    int[] loops = {0};
    Operation operation =
        () -> {
          if (++loops[0] == loop) {
            throw thrown;
          }
        };
    assertThatThrownBy(() -> repeating("failing", operation).run()).isSameAs(thrown);
    assertThat(loops[0]).isEqualTo(loop);
  }

  @Test
  void a_measurement_after_one_that_failed_is_right() throws Exception {
    assertThatThrownBy(
            repeating(
                    "failing",
                    () -> {
                      throw new IllegalStateException("no");
                    })
                ::run)
        .hasMessage("no");
    assertThat(repeating("nothing", () -> {}).run().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void the_operation_may_take_snapshots_itself() throws Exception {
    List<MemorySnapshot> latest = new ArrayList<>(List.of(MemorySnapshot.take()));
    RepeatedCheck check = repeating("snapshot", () -> latest.set(0, MemorySnapshot.take())).run();
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.PASS);
    assertThat(latest.get(0).liveObjects()).isPositive();
  }

  @Test
  void the_operation_may_measure_itself() throws Exception {
    List<Verdict> inner = new ArrayList<>();
    RepeatedCheck check =
        repeating(
                "outer",
                () -> {
                  inner.clear();
                  inner.add(repeating("inner", () -> {}).run().verdict());
                })
            .run();
    assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.PASS);
    assertThat(inner).containsExactly(Verdict.PASS);
  }

  @Test
  void a_tolerated_leak_passes() throws Exception {
    LeakThresholds tolerant = new LeakThresholds(0.2, 1 << 20, 2, 10_000, 0);
    try (Leaks leaks = new Leaks()) {
      RepeatedCheck check = repeating("list", leaks::list).thresholds(tolerant).run();
      assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.PASS);
      assertThat(check.findings()).isEmpty();
    }
  }

  @Test
  void the_loops_are_those_of_the_rounds_and_the_listener_hears_of_each_round() throws Exception {
    int[] runs = {0};
    List<Integer> rounds = new ArrayList<>();
    List<Integer> loops = new ArrayList<>();
    RepeatedCheck check =
        repeating("counted", () -> runs[0]++)
            .warmup(5)
            .listener(
                (round, loopsBefore) -> {
                  rounds.add(round);
                  loops.add(loopsBefore);
                })
            .run();
    assertThat(check.subject().loops() + 5).isEqualTo(runs[0]);
    assertThat(rounds).startsWith(0, 1).hasSize(check.subject().rounds() + 1).isSorted();
    assertThat(loops).startsWith(0, 0).isSorted();
    assertThat(loops.get(loops.size() - 1)).isLessThan(check.subject().loops());
  }

  @Test
  void settings_out_of_range_are_named() {
    Repeating repeating = MemoryLeakDetector.repeating("any", () -> {});
    assertRefused(() -> repeating.rounds(0), "rounds must be 1 to 32, but is 0");
    assertRefused(() -> repeating.rounds(33), "rounds must be 1 to 32, but is 33");
    assertRefused(() -> repeating.warmup(-1), "warmup must be 0 to 1000000, but is -1");
    assertRefused(() -> repeating.firstLoops(0), "firstLoops must be 1 to 1000000, but is 0");
    assertRefused(
        () -> repeating.settle(Duration.ofSeconds(-2)),
        "settle must not be negative, but is PT-2S");
  }

  private static void assertRefused(Executable setting, String message) {
    assertThatThrownBy(setting::execute)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static Repeating repeating(String name, Operation operation) {
    return MemoryLeakDetector.repeating(name, operation).settle(Duration.ofMillis(100));
  }

  private static Arguments leak(String name, Function<Leaks, Operation> operation, String type) {
    return Arguments.of(name, operation, type);
  }

  private static Arguments harmless(
      String name, int size, Function<Harmless, Operation> operation) {
    return Arguments.of(name, size, operation);
  }
}
