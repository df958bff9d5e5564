package io.github.memoryleak.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.census.CensusLog;
import io.github.memoryleak.census.Meter;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.rounds.Measurement.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RoundLoopTest {
  private static final int SOME_LOOPS = 30;

  private final Bench bench = new Bench(Bench.MAX_ROUNDS + 1);
  private final List<Object> kept = new ArrayList<>();

  @Test
  void no_census_counts_what_the_loop_itself_makes_of_the_one_before() throws Exception {
    Measurement measured =
        loop(plan(false, Bench.MAX_ROUNDS, Duration.ofMinutes(1))).run(this::leak);
    assertThat(measured.outcome()).isEqualTo(Outcome.LEAKING);
    assertThat(counts(Growing.class)).containsOnly(0L);
    assertThat(counts(GrowingType.class)).containsOnly(counts(GrowingType.class).get(0));
  }

  @Test
  void growth_that_is_screened_is_worth_a_look_when_the_rounds_are_used_up() throws Exception {
    Measurement measured = loop(plan(true, 2, Duration.ofMinutes(1))).run(this::leak);
    assertThat(measured.outcome()).isEqualTo(Outcome.GROWING);
    assertThat(measured.rounds()).isEqualTo(2);
  }

  @Test
  void growth_of_few_loops_is_not_clear_when_the_time_is_up() throws Exception {
    Measurement measured = loop(plan(false, Bench.MAX_ROUNDS, Duration.ZERO)).run(this::leak);
    assertThat(measured.outcome()).isEqualTo(Outcome.OUT_OF_TIME);
    assertThat(measured.rounds()).isEqualTo(1);
    assertThat(measured.loops()).isEqualTo(1);
  }

  @Test
  void growth_that_is_screened_is_worth_a_look_when_the_time_is_up() throws Exception {
    Measurement measured = loop(plan(true, Bench.MAX_ROUNDS, Duration.ZERO)).run(this::leak);
    assertThat(measured.outcome()).isEqualTo(Outcome.GROWING);
    assertThat(measured.rounds()).isEqualTo(1);
  }

  /** The first loops are slow, so that all rounds together take longer than threads may. */
  @Test
  void threads_of_the_latest_loops_have_all_the_time_to_end_however_long_the_rounds_took()
      throws Exception {
    Duration settle = Duration.ofSeconds(2);
    AtomicInteger loops = new AtomicInteger();
    Measurement measured =
        loop(plan(false, Bench.MAX_ROUNDS, Duration.ofMinutes(10), settle))
            .run(
                () -> {
                  new Thread(() -> ThreadWatch.pause(1_200), "ends-late").start();
                  if (loops.incrementAndGet() <= 10) {
                    ThreadWatch.pause(250);
                  }
                });
    assertThat(measured.outcome()).isEqualTo(Outcome.CLEAN);
  }

  /** Every other loop has one, which is too seldom for a kind of thread that grows. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "open files are counted there")
  void what_threads_hold_has_time_until_they_end_though_they_are_too_few_to_grow()
      throws Exception {
    Path file = Files.createTempFile("held", ".txt");
    AtomicInteger loops = new AtomicInteger();
    Measurement measured =
        loop(plan(false, Bench.MAX_ROUNDS, Duration.ofMinutes(10), Duration.ofSeconds(6)))
            .run(
                () -> {
                  if (loops.incrementAndGet() % 2 == 0) {
                    new Thread(() -> hold(file), "ends-late").start();
                  }
                  ThreadWatch.pause(2);
                });
    Files.delete(file);
    assertThat(measured.outcome()).isEqualTo(Outcome.CLEAN);
  }

  /** Waiting for them was in vain at first, so later rounds do not; whoever judges does. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "open files are counted there")
  void files_that_are_closed_when_no_more_are_opened_for_a_while_are_no_leak() throws Exception {
    Path file = Files.createTempFile("closed-late", ".txt");
    ScheduledExecutorService closer = Executors.newSingleThreadScheduledExecutor();
    AtomicInteger loops = new AtomicInteger();
    List<InputStream> opened = new ArrayList<>();
    AtomicReference<Future<?>> closing =
        new AtomicReference<>(closer.submit(() -> closeAll(opened)));
    Measurement measured =
        loop(plan(false, Bench.MAX_ROUNDS, Duration.ofMinutes(10)))
            .run(
                () -> {
                  ThreadWatch.pause(10);
                  closing.get().cancel(false);
                  synchronized (opened) {
                    opened.add(Files.newInputStream(file));
                  }
                  if (loops.incrementAndGet() > SOME_LOOPS) {
                    closing.set(
                        closer.schedule(() -> closeAll(opened), 150, TimeUnit.MILLISECONDS));
                  }
                });
    closer.shutdownNow();
    closeAll(opened);
    Files.delete(file);
    assertThat(loops.get()).isGreaterThan(SOME_LOOPS);
    assertThat(measured.growing())
        .extracting(Growing::meter)
        .doesNotContain(Meter.FILE_DESCRIPTOR, Meter.UNCLOSED_FILE);
  }

  private static void closeAll(List<InputStream> opened) {
    synchronized (opened) {
      for (InputStream in : opened) {
        try {
          in.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      opened.clear();
    }
  }

  private static void hold(Path file) {
    try (InputStream one = Files.newInputStream(file);
        InputStream two = Files.newInputStream(file)) {
      ThreadWatch.pause(3_500);
      assertThat(one).isNotSameAs(two);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void leak() {
    kept.add(new Object[4]);
  }

  private List<Long> counts(Class<?> type) {
    CensusLog log = bench.log();
    int key =
        IntStream.range(0, log.keys())
            .filter(k -> log.name(k).equals(type.getName()))
            .findFirst()
            .orElse(-1);
    return key < 0
        ? List.of(0L)
        : IntStream.range(0, log.size()).mapToObj(row -> log.count(row, key)).toList();
  }

  private RoundLoop loop(RoundPlan plan) {
    return new RoundLoop(bench, plan, (round, loops) -> {});
  }

  private static RoundPlan plan(boolean screen, int rounds, Duration budget) {
    return plan(screen, rounds, budget, Duration.ofSeconds(1));
  }

  private static RoundPlan plan(boolean screen, int rounds, Duration budget, Duration settle) {
    return new RoundPlan(screen, 0, 0, 1, rounds, 4, settle, budget, FrameworkGrowth.NONE);
  }
}
