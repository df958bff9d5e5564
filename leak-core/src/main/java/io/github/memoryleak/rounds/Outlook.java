package io.github.memoryleak.rounds;

import io.github.memoryleak.census.CensusLog;
import io.github.memoryleak.census.Meter;
import io.github.memoryleak.growth.Trend;
import io.github.memoryleak.rounds.Measurement.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is clear after the rounds so far: whether something grows, whether that is proven, and
 * whether another round would tell more.
 *
 * <p>It keeps no list of what grows, for the next census would count that.
 */
final class Outlook {
  /** After so many times the evidence, growth that is still unsteady stays undecided. */
  private static final int PATIENCE = 3;

  /** After so many times the loops that came before, an array has been doubled twice. */
  private static final int FILLED = 4;

  private static final Duration PATIENCE_WITH_ARRAYS = Duration.ofSeconds(30);

  private static final int LEAST_LOOPS = 7;
  private static final int SCREEN_ROUNDS = 3;
  private static final int LAST_SCREEN_ROUND = 6;
  private static final int LAST_CHANCES = 3;
  private static final int NEVER = -2;

  /** The part of the heap that is much. */
  private static final int MUCH = 100;

  private final CensusLog log;
  private final RoundSizes sizes;
  private final IntPredicate ignored;
  private final RoundPlan plan;

  private long startNanos = System.nanoTime();
  private int chances = LAST_CHANCES;
  private int steadyRound = NEVER;

  /**
   * Makes the outlook of a subject.
   *
   * @param log the baseline, and a census a round
   * @param sizes loops of each round
   * @param ignored keys that are not the subject's
   * @param plan how to measure
   */
  Outlook(CensusLog log, RoundSizes sizes, IntPredicate ignored, RoundPlan plan) {
    this.log = log;
    this.sizes = sizes;
    this.ignored = ignored;
    this.plan = plan;
  }

  /** The baseline is taken: from now on time counts. */
  void begin() {
    startNanos = System.nanoTime();
  }

  boolean isAnyGrowing() {
    return !growing().isEmpty();
  }

  /**
   * {@return how much has grown steadily by number, in loops: each class counts alike, however many
   * of its objects a loop leaves}
   */
  double steadyGrowth() {
    double loops = 0;
    for (Growing growing : growing()) {
      if (isSteadyNumber(growing)) {
        loops += growing.type().count() / growing.type().countPerLoop();
      }
    }
    return loops;
  }

  private static boolean isSteadyNumber(Growing growing) {
    return growing.isSteady() && growing.byCount();
  }

  boolean isThreadGrowing() {
    return growing().stream().anyMatch(Growing::isThread);
  }

  /** {@return whether the number of something grows at a steady rate} */
  boolean isNumberSteady() {
    return growing().stream().anyMatch(Outlook::isSteadyNumber);
  }

  /** {@return whether there is enough growth for a last look} */
  boolean isProven() {
    return !plan.screen() && isProven(growing());
  }

  /** {@return what is clear by now, or null when another round is needed} */
  @Nullable Outcome outcome() {
    List<Growing> growing = growing();
    if (growing.isEmpty()) {
      return isQuiet() && !wasSteady() ? Outcome.CLEAN : null;
    }
    if (anySteady(growing)) {
      steadyRound = sizes.rounds();
    }
    if (plan.screen()) {
      return isWorthALook(growing) ? Outcome.GROWING : null;
    }
    return atTheEnd(growing);
  }

  /** {@return what is clear after a last look, or null when another round is needed} */
  @Nullable Outcome lastOutcome() {
    List<Growing> growing = growing();
    if (anySteady(growing)) {
      return Outcome.LEAKING;
    }
    return growing.isEmpty() && isQuiet() ? Outcome.CLEAN : atTheEnd(growing);
  }

  /** {@return whether there is no room, or no time, for another round} */
  boolean isLast() {
    return sizes.isLast() || isTimeUp();
  }

  boolean isTimeUp() {
    return spent().compareTo(plan.budget()) >= 0;
  }

  /** {@return what is left of the patience, when the rounds so far count as waiting} */
  Duration remaining(Duration patience) {
    Duration left = patience.minus(spent());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * {@return what grew, with the memory of classes, which goes with loaders and classes that leak}
   */
  List<Growing> grown() {
    List<Growing> grown = new ArrayList<>(growing());
    reader().metaspace().ifPresent(grown::add);
    return grown;
  }

  List<Growing> growing() {
    return reader().growing();
  }

  /**
   * Noise dies down within a few rounds; what is steady, or still there then, is for the next step.
   */
  private boolean isWorthALook(List<Growing> growing) {
    boolean told = sizes.rounds() >= SCREEN_ROUNDS && anySteady(growing);
    return told || sizes.rounds() >= LAST_SCREEN_ROUND || isLast();
  }

  /** What noise has hidden once, after steady growth, shows in another round. */
  private boolean wasSteady() {
    return steadyRound == sizes.rounds() - 1 && !isLast();
  }

  private boolean isQuiet() {
    boolean longEnough = sizes.isLongEnough() || isTimeUp();
    boolean enough = (sizes.rounds() >= 2 && longEnough) || sizes.isDear();
    boolean doubted = !isTimeUp() && (freedMuch() || isNativeInDoubt());
    return sizes.isLast() || (enough && !doubted);
  }

  private boolean isNativeInDoubt() {
    return !sizes.isEvident() && reader().isNativeInDoubt();
  }

  /** A round in which much was freed could hide growth. */
  private boolean freedMuch() {
    return (freedMuch(log::objects) || freedMuch(log::heapBytes)) && chances-- > 0;
  }

  private boolean freedMuch(IntToLongFunction level) {
    long before = level.applyAsLong(log.size() - 2);
    return before - level.applyAsLong(log.size() - 1) > before / MUCH;
  }

  private boolean isProven(List<Growing> growing) {
    if (!anySteady(growing) || sizes.totalLoops() + plan.grown() < LEAST_LOOPS) {
      return false;
    }
    boolean exact = growing.stream().anyMatch(g -> g.meter().isExact() && g.byCount());
    return isLast()
        || sizes.isHeapFilling()
        || (sizes.isLevel() && isEvident(growing))
        || (exact && sizes.totalLoops() >= sizes.exactEvidence());
  }

  private boolean isEvident(List<Growing> growing) {
    boolean number = growing.stream().anyMatch(Outlook::isSteadyNumber);
    return sizes.isEvident()
        || (number ? sizes.isNumberEvident() : growing.stream().anyMatch(this::isArrayEvident));
  }

  private boolean isArrayEvident(Growing growing) {
    return growing.isSteady()
        && growing.meter() == Meter.HEAP
        && sizes.isArrayEvident(growing.type().bytes());
  }

  private @Nullable Outcome atTheEnd(List<Growing> growing) {
    boolean patient = sizes.totalLoops() < patience(growing);
    if (patient && !isLast() && !sizes.isHeapFilling()) {
      return null;
    }
    boolean outOfRoom = patient && sizes.isHeapFilling();
    if (!outOfRoom && growing.stream().allMatch(g -> g.trend() == Trend.SLOWING)) {
      return Outcome.CLEAN;
    }
    if (isTimeUp()) {
      return Outcome.OUT_OF_TIME;
    }
    return outOfRoom ? Outcome.OUT_OF_ROOM : Outcome.UNDECIDED;
  }

  /** An array that many loops have filled before is doubled only after as many again. */
  private long patience(List<Growing> growing) {
    long usual = (long) PATIENCE * sizes.evidence();
    boolean arrays =
        growing.stream().noneMatch(Growing::byCount) && spent().compareTo(PATIENCE_WITH_ARRAYS) < 0;
    return arrays ? Math.max(usual, FILLED * plan.loopsBefore()) : usual;
  }

  private static boolean anySteady(List<Growing> growing) {
    return growing.stream().anyMatch(Growing::isSteady);
  }

  private Duration spent() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  private LevelReader reader() {
    return new LevelReader(log, sizes, ignored, plan);
  }
}
