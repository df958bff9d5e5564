package io.github.memoryleak;

import io.github.memoryleak.explain.Explainer;
import io.github.memoryleak.explain.Explanation;
import io.github.memoryleak.explain.HeapDumps;
import io.github.memoryleak.explain.NativeProfiler;
import io.github.memoryleak.explain.NativeSites;
import io.github.memoryleak.explain.SiteFinder;
import io.github.memoryleak.finding.KnownLeaks;
import io.github.memoryleak.judge.Limits;
import io.github.memoryleak.rounds.Bench;
import io.github.memoryleak.rounds.FrameworkGrowth;
import io.github.memoryleak.rounds.Measurement;
import io.github.memoryleak.rounds.Operation;
import io.github.memoryleak.rounds.RoundListener;
import io.github.memoryleak.rounds.RoundLoop;
import io.github.memoryleak.rounds.RoundPlan;
import java.time.Duration;
import java.util.Optional;

/**
 * Repeats an operation until it is clear whether it leaks. Made by {@link
 * MemoryLeakDetector#repeating}; the engine of {@code leak:test}.
 *
 * <p>After a warm-up it takes a baseline, then runs rounds of ever more loops with a census of the
 * live heap and the threads after each. A clean operation ends after two rounds. Growth is followed
 * until it keeps its size per loop for long enough (a leak) or ebbs away (a cache that fills, lazy
 * initialisation). Two measurements at the same time in one JVM see each other's growth.
 */
public final class Repeating {
  /** The most rounds that can be asked for. */
  public static final int MAX_ROUNDS = Bench.MAX_ROUNDS;

  private static final int MAX_LOOPS = 1_000_000;

  private final String name;
  private final Operation operation;
  private int before;
  private int grown;
  private int warmup = 3;
  private int rounds = MAX_ROUNDS;
  private int firstLoops = 4;
  private Duration settle = Duration.ofSeconds(5);
  private Duration budget = Duration.ofMinutes(5);
  private LeakThresholds thresholds = LeakThresholds.normal();
  private FrameworkGrowth framework = FrameworkGrowth.NONE;
  private RoundListener listener = (round, loops) -> {};
  private HeapDumps dumps = HeapDumps.TEMPORARY;
  private NativeProfiler profiler = NativeProfiler.NOT_WANTED;

  Repeating(String name, Operation operation) {
    this.name = name;
    this.operation = operation;
  }

  /**
   * Sets the loops before the baseline; 3 unless set.
   *
   * @param loops 0 or more
   * @return this
   */
  public Repeating warmup(int loops) {
    warmup = Checks.within("warmup", loops, 0, MAX_LOOPS);
    return this;
  }

  /**
   * Says how often the operation has run in this JVM already; 0 unless set. It tells when an array
   * that doubles when it is full should double next.
   *
   * @param loops 0 or more
   * @return this
   */
  public Repeating alreadyRun(int loops) {
    before = Checks.within("alreadyRun", loops, 0, Integer.MAX_VALUE);
    return this;
  }

  /**
   * Says in how many of the loops so far what is looked for was seen to grow; 0 unless set. They
   * count as evidence where loops are so slow that few can be had.
   *
   * @param loops 0 or more
   * @return this
   */
  public Repeating alreadyGrown(int loops) {
    grown = Checks.within("alreadyGrown", loops, 0, Integer.MAX_VALUE);
    return this;
  }

  /**
   * Sets the most rounds; {@value #MAX_ROUNDS} unless set. Few rounds cannot tell a cache that
   * fills from a leak.
   *
   * @param most 1 to {@value #MAX_ROUNDS}
   * @return this
   */
  public Repeating rounds(int most) {
    rounds = Checks.within("rounds", most, 1, MAX_ROUNDS);
    return this;
  }

  /**
   * Sets the loops of the first round; 4 unless set. An operation that takes long gets fewer.
   *
   * @param loops 1 or more
   * @return this
   */
  public Repeating firstLoops(int loops) {
    firstLoops = Checks.within("firstLoops", loops, 1, MAX_LOOPS);
    return this;
  }

  /**
   * Sets how long threads and late clean-up may take; 5 s unless set.
   *
   * @param patience not negative
   * @return this
   */
  public Repeating settle(Duration patience) {
    settle = Checks.notNegative("settle", patience);
    return this;
  }

  /**
   * Sets how long the rounds may take; 5 minutes unless set. What is clear by then counts; growth
   * that is not is neither a PASS nor a leak.
   *
   * @param time not negative
   * @return this
   */
  public Repeating budget(Duration time) {
    budget = Checks.notNegative("budget", time);
    return this;
  }

  /**
   * Sets what is tolerated; {@link LeakThresholds#normal()} unless set.
   *
   * @param limits the thresholds
   * @return this
   */
  public Repeating thresholds(LeakThresholds limits) {
    thresholds = limits;
    return this;
  }

  /**
   * Sets what grows with every loop although the operation has no part in it; nothing unless set.
   *
   * @param kept the growth to take off
   * @return this
   */
  public Repeating discount(FrameworkGrowth kept) {
    framework = kept;
    return this;
  }

  /**
   * Sets who hears of rounds.
   *
   * @param rounds the listener
   * @return this
   */
  public Repeating listener(RoundListener rounds) {
    listener = rounds;
    return this;
  }

  /**
   * Sets what happens to the heap dumps by which a leak is explained; {@link HeapDumps#TEMPORARY}
   * unless set.
   *
   * @param policy which are kept, and where
   * @return this
   */
  public Repeating heapDumps(HeapDumps policy) {
    dumps = policy;
    return this;
  }

  /**
   * Sets what tells who takes native memory where nothing else does; {@link
   * NativeProfiler#NOT_WANTED} unless set.
   *
   * @param recorder the profiler
   * @return this
   */
  public Repeating nativeProfiler(NativeProfiler recorder) {
    profiler = recorder;
    return this;
  }

  /**
   * Measures until the answer is clear. Of a leak it takes two heap dumps with some more loops in
   * between, and has them compared in a process of its own, to tell who holds what leaks; and it
   * loads an agent and runs two more loops, to tell which stack creates it.
   *
   * @return the verdict with its findings
   * @throws Exception what the operation threw
   */
  public RepeatedCheck run() throws Exception {
    long start = System.nanoTime();
    Measurement seen = measure(false, before);
    Explanation explanation = explain(seen);
    if (explanation.contradicts(seen)) {
      seen = measure(false, before + seen.loops() + explanation.loops());
      explanation = explain(seen);
    }
    Measurement measured = seen.without(explanation.stopped());
    RepeatedCheck check =
        Judge.judge(
            name, new Judge.Evidenced(measured, explanation), thresholds, millisSince(start));
    LimitTrial trial =
        new LimitTrial(operation, this::screenAfter, new Limits(explanation), measured.loopNanos());
    RepeatedCheck tried = trial.of(check);
    SiteFinder finder = new SiteFinder(operation, measured, explanation);
    NativeSites natives = new NativeSites(operation, measured.loopNanos(), profiler);
    return advised(located(tried, natives.complete(finder.locate(tried.findings()))));
  }

  private RepeatedCheck located(RepeatedCheck check, SiteFinder.Sites sites) {
    RepeatedCheck located = check.withFindings(sites.findings());
    return sites.problem() == null
        ? located
        : located.withNote(
            "Where what leaks in " + name + " is made is not known: " + sites.problem() + ".");
  }

  private static RepeatedCheck advised(RepeatedCheck check) {
    return check.findings().isEmpty()
        ? check
        : check.withFindings(check.findings().stream().map(KnownLeaks.bundled()::advise).toList());
  }

  /**
   * Measures until nothing grows, or something grew in most rounds; does not follow growth. For
   * groups of subjects that are narrowed down afterwards.
   *
   * @return a PASS, or what grows
   * @throws Exception what the operation threw
   */
  public Screening screen() throws Exception {
    long start = System.nanoTime();
    Measurement measured = measure(true, before);
    long millis = millisSince(start);
    if (measured.outcome() == Measurement.Outcome.GROWING) {
      return new Screening(Optional.empty(), measured, millis);
    }
    Judge.Evidenced evidence = new Judge.Evidenced(measured, Explanation.NONE);
    return new Screening(
        Optional.of(Judge.judge(name, evidence, thresholds, millis)), measured, millis);
  }

  /**
   * Takes two heap dumps with some loops in between, and has them compared.
   *
   * @param screening a quick look at the operation, or at a part of it, that showed growth
   * @return who holds what grew
   * @throws InterruptedException when interrupted
   */
  public Explanation explain(Screening screening) throws InterruptedException {
    return new Explainer(dumps).explain(operation, screening.measured());
  }

  private Measurement screenAfter(long loops) throws Exception {
    return measure(true, (int) Math.min(Integer.MAX_VALUE, before + loops));
  }

  private Measurement measure(boolean screen, int loopsBefore) throws Exception {
    RoundPlan plan =
        new RoundPlan(
            screen, loopsBefore, grown, warmup, rounds, firstLoops, settle, budget, framework);
    Bench bench = Bench.borrow();
    try {
      return new RoundLoop(bench, plan, listener).run(operation);
    } finally {
      Bench.giveBack(bench);
    }
  }

  private Explanation explain(Measurement measured) throws InterruptedException {
    if (measured.outcome() != Measurement.Outcome.LEAKING) {
      return Explanation.NONE;
    }
    listener.roundBegins(measured.rounds() + 1, measured.loops());
    return new Explainer(dumps).explain(operation, measured);
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
