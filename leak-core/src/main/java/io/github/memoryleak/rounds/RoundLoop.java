package io.github.memoryleak.rounds;

import io.github.memoryleak.census.CensusLog;
import io.github.memoryleak.census.CensusTaker;
import io.github.memoryleak.census.PositiveControl;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.growth.Trend;
import io.github.memoryleak.rounds.Measurement.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rounds of one subject: warm-up, baseline, then rounds of ever more loops with a census
 * after each, until it is clear whether something leaks.
 *
 * <p>Nothing that it keeps between two censuses is on the heap, apart from a few objects that stay
 * the same: it must not find itself.
 */
public final class RoundLoop {
  private static final int ECHOES = 4;
  private static final int ECHO_LOOPS = 2;

  /** After so many times the evidence, growth that is still unsteady stays undecided. */
  private static final int PATIENCE = 3;

  private static final int LEAST_LOOPS = 7;
  private static final Duration BACKGROUND_PATIENCE = Duration.ofMillis(150);
  private static final Duration HEAP_PATIENCE = Duration.ofSeconds(1);
  private static final long[] REFERENCE_PAUSES_MILLIS = {5, 20};
  private static final int SCREEN_ROUNDS = 3;
  private static final int LAST_SCREEN_ROUND = 6;
  private static final int LAST_CHANCES = 3;
  private static final int FEW_LOOPS = 4;

  /** What only a collector closes is seen when a loop or two come after the latest collection. */
  private static final int LOOPS_AFTER_COLLECTION = 2;

  private final CensusLog log;
  private final CensusTaker census;
  private final PositiveControl control = new PositiveControl();
  private final RoundPlan plan;
  private final RoundListener listener;
  private final RoundSizes sizes;

  private ThreadWatch threads = ThreadWatch.start();
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
  public RoundLoop(Bench bench, RoundPlan plan, RoundListener listener) {
    log = bench.log();
    census = bench.census();
    this.plan = plan;
    this.listener = listener;
    sizes = new RoundSizes(log, plan);
  }

  /**
   * Measures.
   *
   * @param operation one loop of the subject
   * @return what the rounds showed
   * @throws Exception what the operation threw
   */
  public Measurement run(Operation operation) throws Exception {
    warmUp(operation);
    threads = ThreadWatch.start();
    baseline();
    startNanos = System.nanoTime();
    @Nullable Outcome outcome;
    do {
      round(operation, sizes.next());
      outcome = outcome(operation);
    } while (outcome == null);
    return result(outcome, new Parts(outcome, reader().growing()).of(operation));
  }

  private void warmUp(Operation operation) throws Exception {
    listener.roundBegins(0, 0);
    for (int i = 0; i < plan.warmup(); i++) {
      long start = System.nanoTime();
      operation.run();
      sizes.noteDuration(System.nanoTime() - start);
    }
  }

  /**
   * The first census lets weakly held things and finished threads go; the second is the baseline.
   */
  private void baseline() {
    log.clear();
    census.beforeCollecting(Duration.ZERO);
    census.take();
    log.dropLast();
    ThreadWatch.pause(REFERENCE_PAUSES_MILLIS[0]);
    census.take();
    controlBefore = census.controlCount();
  }

  private void round(Operation operation, int count) throws Exception {
    listener.roundBegins(sizes.rounds() + 1, sizes.totalLoops());
    census.roundBegins();
    long start = System.nanoTime();
    int most = count < FEW_LOOPS ? count : count + LOOPS_AFTER_COLLECTION;
    boolean collected = false;
    int loops = 0;
    while (loops < count || (collected && loops < most)) {
      operation.run();
      control.plant();
      collected = census.loopEnds();
      loops++;
    }
    sizes.noteDuration((System.nanoTime() - start) / loops);
    sizes.add(loops);
    ThreadWatch.awaitLevel(log.threads(log.size() - 1), BACKGROUND_PATIENCE);
    census.beforeCollecting(BACKGROUND_PATIENCE);
    takeCensus();
  }

  /**
   * What cleaners and finalizers are about to drop shows as growth once; so suspicion is looked at
   * again.
   */
  private void takeCensus() {
    census.take();
    for (long pause : REFERENCE_PAUSES_MILLIS) {
      List<Growing> growing = reader().growing();
      if (growing.isEmpty()) {
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
    return sizes.rounds() >= SCREEN_ROUNDS
        && (anySteady(growing) || sizes.rounds() >= LAST_SCREEN_ROUND);
  }

  private boolean isQuiet() {
    boolean enough = sizes.rounds() >= 2 || sizes.isDear();
    return sizes.isLast() || (enough && !freedMuch() && !isNativeInDoubt());
  }

  private boolean isNativeInDoubt() {
    return sizes.totalLoops() < sizes.evidence() && reader().isNativeInDoubt();
  }

  /** A round in which much was freed could hide growth. */
  private boolean freedMuch() {
    long before = log.objects(log.size() - 2);
    boolean freed = before - log.objects(log.size() - 1) > before / 100;
    return freed && chances-- > 0;
  }

  private boolean proven(List<Growing> growing) {
    if (!anySteady(growing) || sizes.totalLoops() + plan.grown() < LEAST_LOOPS) {
      return false;
    }
    boolean exact = growing.stream().anyMatch(g -> g.meter().isExact() && g.byCount());
    return sizes.isLast()
        || sizes.isHeapFilling()
        || (sizes.isLevel() && sizes.totalLoops() >= sizes.evidence())
        || (exact && sizes.totalLoops() >= sizes.exactEvidence());
  }

  /** Threads end late and clean-up runs late: growth that does not survive a pause is no leak. */
  private @Nullable Outcome lastLook(Operation operation) throws Exception {
    Duration shortWait = remaining(min(plan.settle(), HEAP_PATIENCE));
    if (reader().growing().stream().noneMatch(Growing::isThread)) {
      ThreadWatch.pause(shortWait.toMillis());
    } else {
      ThreadWatch.awaitLevel(
          log.threads(0), threads.waitForGood() ? shortWait : remaining(plan.settle()));
    }
    log.dropLast();
    takeCensus();
    if (reader().growing().stream().noneMatch(g -> g.isSteady() && g.byCount())) {
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
    for (int i = 0; i < ECHOES && !sizes.isLast(); i++) {
      round(operation, ECHO_LOOPS);
    }
  }

  private @Nullable Outcome atTheEnd(List<Growing> growing) {
    boolean patient = sizes.totalLoops() < PATIENCE * sizes.evidence();
    if (patient && !sizes.isLast() && !sizes.isHeapFilling()) {
      return null;
    }
    boolean flattening = growing.stream().allMatch(g -> g.trend() == Trend.SLOWING);
    return flattening ? Outcome.CLEAN : Outcome.UNDECIDED;
  }

  private Measurement result(Outcome outcome, Parts.Named parts) {
    int last = log.size() - 1;
    return new Measurement(
        outcome,
        sizes.rounds(),
        sizes.totalLoops(),
        new Change(log.heapBytes(0), log.heapBytes(last)),
        new Change(log.threads(0), log.threads(last)),
        outcome == Outcome.CLEAN ? List.of() : grown(),
        outcome == Outcome.CLEAN ? List.of() : threads.newThreads(),
        parts.files(),
        parts.classes(),
        sizes.loopNanos());
  }

  /** With the memory of classes, which goes with loaders and classes that leak. */
  private List<Growing> grown() {
    List<Growing> grown = new ArrayList<>(reader().growing());
    reader().metaspace().ifPresent(grown::add);
    return grown;
  }

  private static boolean anySteady(List<Growing> growing) {
    return growing.stream().anyMatch(Growing::isSteady);
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
    return new LevelReader(log, sizes, census::isControl, plan);
  }
}
