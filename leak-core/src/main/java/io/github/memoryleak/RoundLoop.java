package io.github.memoryleak;

import io.github.memoryleak.Measurement.Outcome;
import io.github.memoryleak.census.CensusLog;
import io.github.memoryleak.census.CensusTaker;
import io.github.memoryleak.census.PositiveControl;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.growth.Evidence;
import io.github.memoryleak.growth.Trend;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rounds of one subject: warm-up, baseline, then rounds of ever more loops with a census
 * after each, until it is clear whether something leaks.
 *
 * <p>Nothing that it keeps between two censuses is on the heap, apart from a few objects that stay
 * the same: it must not find itself.
 */
final class RoundLoop {
  /**
   * When a first round would take longer than this, it has a single loop, and one clean round is
   * enough.
   */
  private static final Duration DEAR = Duration.ofMillis(500);

  /** What a loop may take for the first round to have as many as the plan says. */
  private static final Duration CHEAP = Duration.ofMillis(15);

  private static final int FEW = 2;
  private static final int ECHOES = 4;
  private static final int ECHO_LOOPS = 2;

  /**
   * Rounds double up to this part of the evidence and then stay, see {@link
   * io.github.memoryleak.growth.GrowthRule}.
   */
  private static final int LEVEL_SHARE = 8;

  /** After so many times the evidence, growth that is still unsteady stays undecided. */
  private static final int PATIENCE = 3;

  private static final int LEAST_LOOPS = 7;
  private static final Duration THREAD_PATIENCE = Duration.ofMillis(150);
  private static final Duration HEAP_PATIENCE = Duration.ofSeconds(1);
  private static final long[] REFERENCE_PAUSES_MILLIS = {5, 20};
  private static final int SCREEN_ROUNDS = 3;
  private static final int LAST_SCREEN_ROUND = 6;
  private static final int LAST_CHANCES = 3;
  private static final double HEAP_SHARE = 0.6;
  private static final long MOST_GROWTH = 256L << 20;
  private static final int LEVEL_ROUNDS = 3;

  private final CensusLog log;
  private final CensusTaker census;
  private final PositiveControl control = new PositiveControl();
  private final RoundPlan plan;
  private final RoundListener listener;
  private final int[] loops;

  private ThreadWatch threads = ThreadWatch.start();
  private int rounds;
  private int totalLoops;
  private long loopNanos = Long.MAX_VALUE;
  private long startNanos;
  private int chances = LAST_CHANCES;

  /** The control objects of a measurement that this one is part of. */
  private long controlBefore;

  /**
   * Makes the rounds of a subject.
   *
   * @param bench what is shared by the subjects of one JVM
   * @param plan how to measure
   * @param listener hears of rounds
   */
  RoundLoop(Bench bench, RoundPlan plan, RoundListener listener) {
    log = bench.log();
    census = bench.census();
    this.plan = plan;
    this.listener = listener;
    loops = new int[plan.maxRounds()];
  }

  /**
   * Measures.
   *
   * @param operation one loop of the subject
   * @return what the rounds showed
   * @throws Exception what the operation threw
   */
  Measurement run(Operation operation) throws Exception {
    warmUp(operation);
    threads = ThreadWatch.start();
    baseline();
    startNanos = System.nanoTime();
    @Nullable Outcome outcome;
    do {
      round(operation, nextLoops());
      outcome = outcome(operation);
    } while (outcome == null);
    return result(outcome);
  }

  private void warmUp(Operation operation) throws Exception {
    listener.roundBegins(0, 0);
    for (int i = 0; i < plan.warmup(); i++) {
      long start = System.nanoTime();
      operation.run();
      noteDuration(System.nanoTime() - start);
    }
  }

  /** The least is what a loop takes: anything above is start-up, or somebody else's load. */
  private void noteDuration(long nanos) {
    loopNanos = Math.max(1, Math.min(loopNanos, nanos));
  }

  /**
   * The first census lets weakly held things and finished threads go; the second is the baseline.
   */
  private void baseline() {
    log.clear();
    census.take();
    log.dropLast();
    ThreadWatch.pause(REFERENCE_PAUSES_MILLIS[0]);
    census.take();
    controlBefore = census.controlCount();
  }

  private void round(Operation operation, int count) throws Exception {
    listener.roundBegins(rounds + 1, totalLoops);
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      operation.run();
      control.plant();
    }
    noteDuration((System.nanoTime() - start) / count);
    loops[rounds++] = count;
    totalLoops += count;
    ThreadWatch.awaitLevel(log.threads(log.size() - 1), THREAD_PATIENCE);
    takeCensus();
  }

  /**
   * What cleaners and finalizers are about to drop shows as growth once; so suspicion is looked at
   * again.
   */
  private void takeCensus() {
    census.take();
    for (long pause : REFERENCE_PAUSES_MILLIS) {
      if (reader().growing().isEmpty()) {
        return;
      }
      ThreadWatch.pause(pause);
      log.dropLast();
      census.take();
    }
  }

  /** {@return what is clear by now, or null when another round is needed} */
  private @Nullable Outcome outcome(Operation operation) throws Exception {
    if (census.controlCount() - controlBefore != control.planted()) {
      return Outcome.CONTROL_FAILED;
    }
    List<Growing> growing = reader().growing();
    if (growing.isEmpty()) {
      return isQuiet() ? Outcome.CLEAN : null;
    }
    if (plan.screen()) {
      return isWorthALook(growing) ? Outcome.GROWING : null;
    }
    return proven(growing) ? lastLook(operation) : atTheEnd(growing);
  }

  /**
   * Noise dies down within a few rounds; what is steady, or still there then, is for the next step.
   */
  private boolean isWorthALook(List<Growing> growing) {
    return rounds >= SCREEN_ROUNDS && (anySteady(growing) || rounds >= LAST_SCREEN_ROUND);
  }

  private boolean isQuiet() {
    boolean enough = rounds >= 2 || loopNanos > DEAR.toNanos();
    return isLastRound() || (enough && !freedMuch());
  }

  /** A round in which much was freed could hide growth. */
  private boolean freedMuch() {
    long before = log.objects(log.size() - 2);
    boolean freed = before - log.objects(log.size() - 1) > before / 100;
    return freed && chances-- > 0;
  }

  private boolean proven(List<Growing> growing) {
    if (!anySteady(growing) || totalLoops < LEAST_LOOPS) {
      return false;
    }
    boolean threads = growing.stream().anyMatch(Growing::thread);
    return isLastRound()
        || isHeapFilling()
        || (isLevel() && totalLoops >= Evidence.loops(loop()))
        || (threads && totalLoops >= Evidence.threadLoops(loop()));
  }

  /** Rounds no longer double: what only keeps pace with the latest round has stopped growing. */
  private boolean isLevel() {
    return rounds >= LEVEL_ROUNDS && loops[rounds - 1] <= loops[rounds - LEVEL_ROUNDS];
  }

  /** Threads end late and clean-up runs late: growth that does not survive a pause is no leak. */
  private @Nullable Outcome lastLook(Operation operation) throws Exception {
    Duration shortWait = remaining(min(plan.settle(), HEAP_PATIENCE));
    if (reader().growing().stream().noneMatch(Growing::thread)) {
      ThreadWatch.pause(shortWait.toMillis());
    } else {
      ThreadWatch.awaitLevel(
          log.threads(0), threads.waitForGood() ? shortWait : remaining(plan.settle()));
    }
    log.dropLast();
    takeCensus();
    if (reader().growing().stream().noneMatch(g -> isSteady(g) && g.byCount())) {
      echo(operation);
    }
    List<Growing> growing = reader().growing();
    if (anySteady(growing)) {
      return Outcome.LEAKING;
    }
    return growing.isEmpty() && isQuiet() ? Outcome.CLEAN : atTheEnd(growing);
  }

  /** Short rounds, in which an array that grows with the loops hardly grows. */
  private void echo(Operation operation) throws Exception {
    for (int i = 0; i < ECHOES && !isLastRound(); i++) {
      round(operation, ECHO_LOOPS);
    }
  }

  private @Nullable Outcome atTheEnd(List<Growing> growing) {
    boolean patient = totalLoops < PATIENCE * Evidence.loops(loop());
    if (patient && !isLastRound() && !isHeapFilling()) {
      return null;
    }
    boolean flattening = growing.stream().allMatch(g -> g.trend() == Trend.SLOWING);
    return flattening ? Outcome.CLEAN : Outcome.UNDECIDED;
  }

  private Measurement result(Outcome outcome) {
    int last = log.size() - 1;
    return new Measurement(
        outcome,
        rounds,
        totalLoops,
        new Change(log.heapBytes(0), log.heapBytes(last)),
        new Change(log.threads(0), log.threads(last)),
        outcome == Outcome.CLEAN ? List.of() : reader().growing(),
        outcome == Outcome.CLEAN ? List.of() : threads.newThreads());
  }

  private int nextLoops() {
    if (rounds == 0) {
      return firstLoops();
    }
    int level = Math.max(loops[0], Evidence.loops(loop()) / LEVEL_SHARE);
    int wanted = Math.min(2 * loops[rounds - 1], level);
    return (int) Math.max(1, Math.min(wanted, loopsThatFit()));
  }

  /** A cheap subject gets what the plan says; a dear one what fits into a moment. */
  private int firstLoops() {
    long affordable = plan.firstLoops() * CHEAP.toNanos() / loopNanos;
    int least = loopNanos > DEAR.toNanos() ? 1 : FEW;
    return (int) Math.max(least, Math.min(plan.firstLoops(), affordable));
  }

  /** Loops until the heap is full, if it goes on as in the latest round. */
  private long loopsThatFit() {
    int last = log.size() - 1;
    long growth = log.heapBytes(last) - log.heapBytes(last - 1);
    if (growth <= 0) {
      return Integer.MAX_VALUE;
    }
    long room =
        Math.min(
            (long) (HEAP_SHARE * Runtime.getRuntime().maxMemory()) - log.heapBytes(last),
            MOST_GROWTH - (log.heapBytes(last) - log.heapBytes(0)));
    return Math.max(1, room * loops[rounds - 1] / growth);
  }

  private boolean isHeapFilling() {
    return loopsThatFit() < loops[rounds - 1];
  }

  private boolean isLastRound() {
    return rounds == plan.maxRounds() || log.isFull();
  }

  private static boolean anySteady(List<Growing> growing) {
    return growing.stream().anyMatch(RoundLoop::isSteady);
  }

  private static boolean isSteady(Growing growing) {
    return growing.trend() == Trend.STEADY;
  }

  private Duration loop() {
    return Duration.ofNanos(loopNanos);
  }

  private Duration spent() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  /** What is left of the patience, when the rounds so far count as waiting. */
  private Duration remaining(Duration patience) {
    Duration left = patience.minus(spent());
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private LevelReader reader() {
    return new LevelReader(log, loops, census::isControl, plan.framework());
  }
}
