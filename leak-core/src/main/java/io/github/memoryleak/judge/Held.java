package io.github.memoryleak.judge;

import io.github.memoryleak.explain.Explanation;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Fingerprint;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.heap.growth.GrownHolder;
import io.github.memoryleak.heap.growth.GrownPool;
import io.github.memoryleak.names.NamePattern;
import io.github.memoryleak.rounds.TypeOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A holder with the growing types that it accounts for.
 *
 * @param holder what accumulates
 * @param loops loops between the dumps
 * @param types the types of the census that grow below the holder, the most telling first
 */
record Held(GrownHolder holder, int loops, List<GrowingType> types) {
  private static final String THREAD = "thread ";
  private static final String CLEANER = "jdk.internal.ref.";

  /** What is left of a type's growth when another holder is to be looked for. */
  private static final double UNEXPLAINED = 0.3;

  /** From this growth per loop on, objects are counted rather than their bytes. */
  private static final double COUNTED = 0.3;

  /** Between two dumps as many objects come as in as many loops of the rounds, a few apart. */
  private static final double EXACT = 0.1;

  /** Counts of the census are exact; they are right for a holder when it is the only one. */
  private static final double SAME = 0.25;

  /**
   * {@return the holders that account for growth}
   *
   * @param explanation what the dumps showed
   * @param types what the census counted, the most telling first
   */
  static List<Held> of(Explanation explanation, List<GrowingType> types) {
    int loops = explanation.loops();
    Map<GrowingType, Double> left = new HashMap<>();
    types.forEach(t -> left.put(t, amount(t) * loops));
    List<Held> held = new ArrayList<>();
    for (GrownHolder holder : likelyFirst(explanation, types)) {
      List<GrowingType> below = types.stream().filter(t -> accountsFor(holder, loops, t)).toList();
      boolean needed =
          below.stream().anyMatch(t -> matters(t, types) && isUnexplained(t, left, loops));
      if (needed && !holder.soft() && (held.isEmpty() || !isCleaner(holder))) {
        held.add(new Held(holder, loops, below));
        below.forEach(t -> left.merge(t, growth(holder, t), (a, b) -> a - b));
      }
    }
    return held;
  }

  /**
   * What happens to be there in one dump and not in the other, loggers for instance, has strings as
   * well; but what it accumulates does not grow in the census, or not as much.
   */
  private static List<GrownHolder> likelyFirst(Explanation explanation, List<GrowingType> types) {
    Map<String, GrowingType> growing =
        types.stream().collect(Collectors.toMap(GrowingType::type, t -> t, (a, b) -> a));
    int loops = explanation.loops();
    return explanation.holders().stream()
        .sorted(
            Comparator.comparing(Held::isCleaner)
                .thenComparing(h -> !growing.containsKey(h.type()))
                .thenComparing(h -> !isAll(h, growing.get(h.type()), loops)))
        .toList();
  }

  /**
   * Whether just as many were added to the holder as the census counted. An array that was doubled
   * has other bytes than the loops in between put into it.
   */
  private static boolean isAll(GrownHolder holder, @Nullable GrowingType type, int loops) {
    if (type == null || !isCounted(type)) {
      return false;
    }
    double counted = amount(type) * loops;
    return Math.abs(growth(holder, type) - counted) <= EXACT * counted;
  }

  /** The JDK's list of what is to be cleaned up grows with each object that stays for a reason. */
  private static boolean isCleaner(GrownHolder holder) {
    return holder.holder().startsWith(CLEANER);
  }

  /** Noise has types in common with a leak: what the first holders account for needs no other. */
  private static boolean isUnexplained(GrowingType type, Map<GrowingType, Double> left, int loops) {
    return left.getOrDefault(type, 0.0) >= UNEXPLAINED * amount(type) * loops;
  }

  /** A type that hardly grows in number matters only when all are like that: buffers that grow. */
  private static boolean matters(GrowingType type, List<GrowingType> types) {
    return isCounted(type) || types.stream().noneMatch(Held::isCounted);
  }

  private static boolean isCounted(GrowingType type) {
    return type.countPerLoop() >= COUNTED;
  }

  /** Growth per loop: objects, or bytes of a type whose objects grow rather than their number. */
  private static double amount(GrowingType type) {
    return isCounted(type) ? type.countPerLoop() : type.bytesPerLoop();
  }

  private static double growth(GrownHolder holder, GrowingType type) {
    Long objects = holder.typeGrowth().get(type.type());
    if (objects == null) {
      return 0;
    }
    return isCounted(type) ? objects : holder.shallowGrowth();
  }

  private static boolean accountsFor(GrownHolder holder, int loops, GrowingType type) {
    double growth = growth(holder, type);
    return growth > 0 && growth >= Explanation.LEAST_HELD * amount(type) * loops;
  }

  /**
   * {@return the finding of threads, with what they retain, and with who holds their pool: a
   * running thread holds itself, and so it does its pool when nobody else does}
   *
   * @param explanation what the dumps showed
   * @param finding names the threads by class and name pattern
   */
  static Finding completeThreads(Explanation explanation, Finding finding) {
    Optional<GrownHolder> own =
        explanation.holders().stream()
            .filter(h -> !h.soft() && h.holder().startsWith(THREAD))
            .filter(h -> finding.type().endsWith(" " + h.holder().substring(THREAD.length())))
            .findFirst();
    Optional<GrownPool> pool =
        explanation.pools().stream().filter(p -> p.threads().equals(finding.type())).findFirst();
    if (own.isEmpty() && pool.isEmpty()) {
      return finding;
    }
    Finding.Holding holding =
        new Finding.Holding(
            pool.map(GrownPool::holder).orElse(null),
            pool.map(GrownPool::path).orElse(List.of()),
            own.map(GrownHolder::retained).orElse(null),
            own.map(h -> retainedPerLoop(h, explanation.loops())).orElse(null));
    return finding.heldBy(holding, finding.fingerprint());
  }

  /**
   * {@return whether objects of these types came below the holder with each loop, or nearly}
   *
   * @param patterns of type names, as {@link NamePattern} makes them
   */
  boolean keepsAny(Set<String> patterns) {
    long kept =
        holder.typeGrowth().entrySet().stream()
            .filter(e -> patterns.contains(NamePattern.of(e.getKey())))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return kept >= Explanation.LEAST_HELD * loops;
  }

  /** {@return shallow growth per loop below the holder, in bytes} */
  long bytesPerLoop() {
    return Math.max(1, Math.round((double) holder.shallowGrowth() / loops));
  }

  /**
   * {@return whose fault it is: the application's where a field of its holds it, whatever it is;
   * else by the type, or by the holder where the type is the JDK's}
   */
  Owner owner() {
    TypeOrigin type = TypeOrigin.of(culprit().type());
    TypeOrigin field = originOfHolder();
    if (field.isOfProgram() && field.owner() == Owner.APPLICATION) {
      return Owner.APPLICATION;
    }
    if (type.isOfProgram()) {
      return type.owner();
    }
    return field == TypeOrigin.LIBRARY ? Owner.LIBRARY : Owner.APPLICATION;
  }

  /** {@return whose class declares the field; the JDK's where a thread holds} */
  private TypeOrigin originOfHolder() {
    String declaring = declaringClass();
    return declaring.contains(" ") ? TypeOrigin.JDK : TypeOrigin.of(declaring);
  }

  private String declaringClass() {
    String field = holder.holder().replaceFirst("^static ", "");
    int dot = field.lastIndexOf('.');
    return dot < 0 || field.contains(" ") ? field : field.substring(0, dot);
  }

  /** {@return the finding with holder, path and retained bytes} */
  Finding complete(Finding finding) {
    return finding.heldBy(
        new Finding.Holding(
            holder.holder(), holder.path(), holder.retained(), retainedPerLoop(holder, loops)),
        Fingerprint.of(finding.kind().name(), holder.holder(), finding.type()));
  }

  private static long retainedPerLoop(GrownHolder holder, int loops) {
    return Math.round((double) holder.retainedGrowth() / loops);
  }

  /**
   * {@return the type to name: what the holder accumulates; when that is a part of the JDK that
   * wraps something of the program, or a collection that each of what leaks has, the most telling
   * type that grows with it}
   */
  GrowingType culprit() {
    GrowingType item = item();
    TypeOrigin origin = TypeOrigin.of(item.type());
    GrowingType best = types.get(0);
    boolean telling = TypeOrigin.of(best.type()).isOfProgram() && !origin.isOfProgram();
    boolean part = origin != TypeOrigin.COLLECTION || isHolderAmong(item);
    return part && telling ? best : item;
  }

  /** Where what leaks refers to more of its kind, the dumps tell of its own parts, too. */
  private boolean isHolderAmong(GrowingType item) {
    double each = item.countPerLoop() * (1 - SAME);
    return types.stream()
        .anyMatch(t -> t.type().equals(declaringClass()) && t.countPerLoop() >= each);
  }

  /** {@return what is accumulated, with the census's count, or the dumps' where it has others} */
  private GrowingType item() {
    GrowingType counted =
        types.stream()
            .filter(t -> t.type().equals(holder.type()))
            .findFirst()
            .orElseGet(() -> types.get(0));
    if (!isCounted(counted)) {
      return counted;
    }
    long growth = holder.typeGrowth().getOrDefault(counted.type(), 0L);
    double perLoop = (double) growth / loops;
    boolean same = Math.abs(perLoop - counted.countPerLoop()) <= SAME * counted.countPerLoop();
    return same || growth == 0
        ? counted
        : new GrowingType(
            counted.type(),
            growth,
            counted.bytes(),
            perLoop,
            counted.bytesPerLoop() * perLoop / counted.countPerLoop());
  }
}
