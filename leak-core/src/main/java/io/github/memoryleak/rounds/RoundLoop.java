package io.github.memoryleak.rounds;

import io.github.memoryleak.census.CensusLog;
import io.github.memoryleak.census.CensusTaker;
import io.github.memoryleak.census.PositiveControl;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.rounds.Measurement.Outcome;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
public final class RoundLoop {
  private static final int ECHOES = 4;
  private static final int ECHO_LOOPS = 2;
  private static final Duration BACKGROUND_PATIENCE = Duration.ofMillis(150);
  private static final Duration HEAP_PATIENCE = Duration.ofSeconds(1);
  private static final long[] REFERENCE_PAUSES_MILLIS = {5, 20};
  private static final int FEW_LOOPS = 4;

  /** Growth that differs by less is the same: reflection data comes and goes. */
  private static final double NOISE = 0.001;

  /** Growth in each of the rounds that tell a steady rate takes a new thread in each, at least. */
  private static final int SOME_THREADS = 3;

  /** What only a collector closes is seen when a loop or two come after the latest collection. */
  private static final int LOOPS_AFTER_COLLECTION = 2;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final boolean COUNTS_WORK = THREADS.isCurrentThreadCpuTimeSupported();

  private final CensusLog log;
  private final CensusTaker census;
  private final PositiveControl control = new PositiveControl();
  private final RoundPlan plan;
  private final RoundListener listener;
  private final RoundSizes sizes;
  private final Outlook outlook;

  private ThreadWatch threads = ThreadWatch.start();

  /** The latest growth was looked at twice, and was steady and the same. */
  private boolean confirmed;

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
    outlook = new Outlook(log, sizes, census::isControl, plan);
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
    outlook.begin();
    @Nullable Outcome outcome;
    do {
      round(operation, sizes.next());
      outcome = outcome(operation);
    } while (outcome == null);
    return result(outcome, new Parts(outcome, outlook.growing()).of(operation));
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
    census.saveNothing();
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
    long workBefore = work();
    int most = count < FEW_LOOPS ? count : count + LOOPS_AFTER_COLLECTION;
    boolean collected = false;
    int loops = 0;
    while (loops == 0 || (!outlook.isTimeUp() && loops < (collected ? most : count))) {
      operation.run();
      control.plant();
      collected = census.loopEnds();
      loops++;
    }
    sizes.noteDuration((System.nanoTime() - start) / loops);
    sizes.noteWork(work() - workBefore);
    sizes.add(loops);
    ThreadWatch.awaitLevel(log.threads(log.size() - 1), BACKGROUND_PATIENCE);
    census.beforeCollecting(BACKGROUND_PATIENCE);
    takeCensus();
  }

  /** {@return processor time of this thread, in nanoseconds; 0 or less where nobody counts it} */
  private static long work() {
    return COUNTS_WORK ? THREADS.getCurrentThreadCpuTime() : 0;
  }

  /**
   * What cleaners and finalizers are about to drop shows as growth once, and so does what was held
   * softly in the round; so suspicion is looked at again. Once is enough where the number of
   * something has grown steadily and stays the same; and not at all in the rounds after that, as
   * long as it goes on, for growth that is proven is looked at again in the end.
   */
  private void takeCensus() {
    census.take();
    if (confirmed && outlook.isNumberSteady()) {
      return;
    }
    confirmed = false;
    for (long pause : REFERENCE_PAUSES_MILLIS) {
      if (!outlook.isAnyGrowing()) {
        return;
      }
      double growth = outlook.steadyGrowth();
      ThreadWatch.pause(pause);
      log.dropLast();
      census.take();
      confirmed = outlook.isNumberSteady() && isAbout(growth, outlook.steadyGrowth());
      if (confirmed) {
        return;
      }
    }
  }

  private static boolean isAbout(double before, double now) {
    return Math.abs(now - before) <= before * NOISE;
  }

  /** {@return what is clear by now, or null when another round is needed} */
  private @Nullable Outcome outcome(Operation operation) throws Exception {
    if (census.controlCount() - controlBefore != control.planted()) {
      return Outcome.CONTROL_FAILED;
    }
    return outlook.isProven() ? lastLook(operation) : outlook.outcome();
  }

  /** Threads end late and clean-up runs late: growth that does not survive a pause is no leak. */
  private @Nullable Outcome lastLook(Operation operation) throws Exception {
    lookAgain();
    if (outlook.isAnyGrowing() && !outlook.isNumberSteady()) {
      echo(operation);
      if (outlook.isAnyGrowing() && mayThreadsEnd()) {
        lookAgain();
      }
    }
    return outlook.lastOutcome();
  }

  private void lookAgain() {
    if (mayThreadsEnd()) {
      // Those of the latest loops are young, however long the rounds took.
      threads.awaitEnds(plan.settle());
    }
    census.beforeVerdict();
    ThreadWatch.pause(outlook.remaining(min(plan.settle(), HEAP_PATIENCE)).toMillis());
    log.dropLast();
    confirmed = false;
    takeCensus();
  }

  /**
   * What threads hold that are about to end is no leak, be it files or objects. A few of them may
   * belong to a pool that ramps up, and are not waited for unless their number grows.
   */
  private boolean mayThreadsEnd() {
    return threads.endingCount() >= (outlook.isThreadGrowing() ? 1 : SOME_THREADS);
  }

  /**
   * Short rounds, in which an array that grows with the loops hardly grows. Where large objects
   * fill the heap there is no room for them.
   */
  private void echo(Operation operation) throws Exception {
    if (!sizes.fits(ECHOES * ECHO_LOOPS)) {
      return;
    }
    for (int i = 0; i < ECHOES && !outlook.isLast(); i++) {
      // A verdict rests on each of these rounds.
      census.saveNothing();
      round(operation, ECHO_LOOPS);
    }
  }

  private Measurement result(Outcome outcome, Parts.Named parts) {
    int last = log.size() - 1;
    return new Measurement(
        outcome,
        sizes.rounds(),
        plan.loopsBefore(),
        sizes.totalLoops(),
        sizes.longest(),
        new Change(log.heapBytes(0), log.heapBytes(last)),
        log.objects(last),
        new Change(log.threads(0), log.threads(last)),
        outcome == Outcome.CLEAN ? List.of() : outlook.grown(),
        outcome == Outcome.CLEAN ? List.of() : threads.newThreads(),
        parts.files(),
        parts.classes(),
        sizes.loopNanos());
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
