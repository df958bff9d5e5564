package io.github.memoryleak.explain;

import io.github.memoryleak.census.Meter;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.heap.growth.GrownHolder;
import io.github.memoryleak.heap.growth.GrownPool;
import io.github.memoryleak.rounds.Growing;
import io.github.memoryleak.rounds.Measurement;
import io.github.memoryleak.site.Creation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who holds what leaks, as two dumps showed.
 *
 * @param holders what accumulates, that with most bytes first
 * @param pools what pools of threads there are more of, those with most growth first
 * @param loops how many loops there were between the dumps
 * @param problem why there is no explanation; a sentence
 * @param stopped classes that were seen to grow in bytes alone, and did not in loops in which each
 *     array that fills had to be doubled
 * @param classGrowth by how many objects each class grew in these loops, whoever holds them
 * @param creations who made the arrays that grew in these loops; empty where that was not recorded
 */
public record Explanation(
    List<GrownHolder> holders,
    List<GrownPool> pools,
    int loops,
    @Nullable String problem,
    Set<String> stopped,
    Map<String, Long> classGrowth,
    List<Creation> creations) {
  /** Of the growth that is due: several holders may share it, and less is chance. */
  public static final double LEAST_HELD = 0.2;

  /** So many objects do not fail to come by chance. */
  private static final double ENOUGH = 8;

  /** Of the growth that is due. */
  private static final double LEAST = 0.3;

  /** Of the same, where nobody was seen to hold more: what is not there has no holder. */
  private static final double LEAST_UNHELD = 0.7;

  private static final double MOST = 3;

  /** What writing a dump and starting a process make of a class of the JDK. */
  private static final int OWN = 200;

  /** Makes one of classes that all grow on. */
  public Explanation(
      List<GrownHolder> holders, List<GrownPool> pools, int loops, @Nullable String problem) {
    this(holders, pools, loops, problem, Set.of(), Map.of(), List.of());
  }

  /** Nothing was to be explained. */
  public static final Explanation NONE = new Explanation(List.of(), List.of(), 1, null);

  public static Explanation failed(String problem) {
    return new Explanation(List.of(), List.of(), 1, problem);
  }

  /** {@return whether two heap dumps were compared} */
  public boolean isOfDumps() {
    return this != NONE && problem == null;
  }

  /** {@return what went wrong, for a sentence} */
  static String reason(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  /**
   * {@return whether nothing that grew steadily in number went on with it between the dumps} What
   * lives for a while is more or less of it as the loops go faster or slower, and what is emptied
   * when it is full may be seen a little fuller each time.
   *
   * @param measured what grew
   */
  public boolean contradicts(Measurement measured) {
    List<GrowingType> due =
        measured.growing().stream()
            .filter(g -> g.meter() == Meter.HEAP && g.byCount() && g.isSteady())
            .map(Growing::type)
            .filter(t -> classGrowth.containsKey(t.type()) && due(t) >= ENOUGH)
            .toList();
    return !due.isEmpty() && due.stream().noneMatch(this::goesOn);
  }

  private double due(GrowingType type) {
    return type.countPerLoop() * loops;
  }

  private boolean goesOn(GrowingType type) {
    long grown = classGrowth.getOrDefault(type.type(), 0L);
    double least = isHeld(type) ? LEAST : LEAST_UNHELD;
    return grown >= least * due(type) && grown <= MOST * due(type) + OWN;
  }

  private boolean isHeld(GrowingType type) {
    return holders.stream()
        .filter(h -> !h.soft())
        .anyMatch(h -> h.typeGrowth().getOrDefault(type.type(), 0L) >= LEAST_HELD * due(type));
  }

  /**
   * {@return by how many objects a class grew below some holders, in all loops}
   *
   * @param names the holders
   * @param type the class
   */
  public long growthBelow(Set<String> names, String type) {
    return holders.stream()
        .filter(h -> names.contains(h.holder()))
        .mapToLong(h -> h.typeGrowth().getOrDefault(type, 0L))
        .sum();
  }
}
