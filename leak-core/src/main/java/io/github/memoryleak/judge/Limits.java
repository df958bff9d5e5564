package io.github.memoryleak.judge;

import io.github.memoryleak.explain.Explanation;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.heap.growth.Bound;
import io.github.memoryleak.heap.growth.GrownHolder;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the owners of growing objects say about where the growth will stop. A cache that has not
 * filled yet grows like a leak for as long as anybody looks.
 *
 * <p>The limit of a cache that is known to keep to it is believed, unless the heap would be full
 * before. A number that may be a limit is tried: the operation runs on until it is reached.
 */
public final class Limits {
  /** What trying may take. */
  private static final Duration BUDGET = Duration.ofSeconds(12);

  /** A little further than the limit: some caches drop entries late. */
  private static final double BEYOND = 1.1;

  /** Slots that a hash chooses fill ever more slowly, the more of them are taken. */
  private static final double BEYOND_SLOTS = 1.5;

  private static final int MORE = 16;
  private static final double LEAST_GROWTH = 0.3;
  private static final double HEAP_SHARE = 0.5;

  /** Buffers are outside the heap, and nobody knows how much of them the machine has room for. */
  private static final long MOST_OFF_HEAP = 256L << 20;

  private final Explanation explanation;
  private final long maxHeap;

  /**
   * Reads limits.
   *
   * @param explanation who holds what grows
   */
  public Limits(Explanation explanation) {
    this(explanation, Runtime.getRuntime().maxMemory());
  }

  Limits(Explanation explanation, long maxHeap) {
    this.explanation = explanation;
    this.maxHeap = maxHeap;
  }

  /**
   * {@return why what a finding tells is a cache that fills and no leak; empty when it is none}
   *
   * @param finding a leak, so far
   */
  public Optional<String> filling(Finding finding) {
    return holder(finding)
        .flatMap(
            h ->
                h.bounds().stream()
                    .filter(b -> isBelieved(h, b))
                    .findFirst()
                    .map(b -> sentence(h, b)));
  }

  private static String sentence(GrownHolder holder, Bound bound) {
    String objects = holder.objects() + " are in it";
    return bound.sign() == Bound.Sign.ELDEST
        ? bound.place() + " drops its eldest entry by removeEldestEntry, and " + objects
        : bound.place() + " is " + bound.limit() + ", and " + objects;
  }

  private boolean isBelieved(GrownHolder holder, Bound bound) {
    return switch (bound.sign()) {
      case CACHE -> isAhead(holder, bound) && fits(holder, bound);
      case ELDEST -> overridesRemoval(bound.place());
      case NUMBER -> false;
    };
  }

  /**
   * {@return a number that may be the limit of what a finding tells, and can be reached in time and
   * with the memory that there is}
   *
   * @param finding a leak, so far
   * @param loopNanos what a loop takes
   */
  public Optional<Try> worthTrying(Finding finding, long loopNanos) {
    long affordable = BUDGET.toNanos() / Math.max(1, loopNanos);
    return holder(finding)
        .flatMap(
            h ->
                h.bounds().stream()
                    .filter(b -> b.sign() == Bound.Sign.NUMBER && isAhead(h, b) && fits(h, b))
                    .filter(b -> loops(h, b, BEYOND) <= affordable)
                    .map(b -> new Try(b, Math.min(affordable, loops(h, b, beyond(b)))))
                    .filter(t -> fits(finding, t))
                    .max((a, b) -> Long.compare(a.loops(), b.loops())));
  }

  /**
   * A limit that is to be tried.
   *
   * @param bound the limit
   * @param loops so many more of them go beyond it
   */
  public record Try(Bound bound, long loops) {}

  private static double beyond(Bound bound) {
    return bound.used() > 0 ? BEYOND_SLOTS : BEYOND;
  }

  private long loops(GrownHolder holder, Bound bound, double beyond) {
    double perLoop = (double) holder.growth() / explanation.loops();
    return MORE + (long) Math.ceil(beyond * room(holder, bound) / perLoop);
  }

  private Optional<GrownHolder> holder(Finding finding) {
    return explanation.holders().stream()
        .filter(h -> !h.soft() && h.holder().equals(finding.holder()))
        .filter(h -> h.growth() >= LEAST_GROWTH * explanation.loops())
        .findFirst();
  }

  private static boolean isAhead(GrownHolder holder, Bound bound) {
    return room(holder, bound) > 0;
  }

  /** How many more objects there are until the limit; a slot may have several. */
  private static double room(GrownHolder holder, Bound bound) {
    return bound.used() > 0
        ? (double) (bound.limit() - bound.used()) * holder.objects() / bound.used()
        : bound.limit() - holder.objects();
  }

  private boolean fits(Finding finding, Try limit) {
    double room = finding.kind() == Kind.HEAP ? HEAP_SHARE * maxHeap : MOST_OFF_HEAP;
    return (double) limit.loops() * finding.bytesPerLoop() <= room;
  }

  private boolean fits(GrownHolder holder, Bound bound) {
    double each = (double) holder.shallowGrowth() / holder.growth();
    return each * room(holder, bound) <= HEAP_SHARE * maxHeap;
  }

  /** The class is loaded: an object of it is in the heap. */
  private static boolean overridesRemoval(String className) {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      Class<?> type = Class.forName(className, false, loader);
      @Nullable Method removal = null;
      for (Class<?> c = type; removal == null && c != null; c = c.getSuperclass()) {
        removal = removal(c);
      }
      return removal != null && !removal.getDeclaringClass().getName().startsWith("java.util.");
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static @Nullable Method removal(Class<?> c) {
    try {
      return c.getDeclaredMethod("removeEldestEntry", Map.Entry.class);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  /**
   * {@return the sentence that tells of growth that is no leak}
   *
   * @param finding what it would be otherwise
   * @param why where it stops
   */
  public static String note(Finding finding, String why) {
    return finding.type() + " grows in " + finding.subject() + " and is no leak: " + why + ".";
  }
}
