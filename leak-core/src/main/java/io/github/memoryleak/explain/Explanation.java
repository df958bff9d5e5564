package io.github.memoryleak.explain;

import io.github.memoryleak.heap.growth.GrownHolder;
import io.github.memoryleak.heap.growth.GrownPool;
import java.util.List;
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
 */
public record Explanation(
    List<GrownHolder> holders,
    List<GrownPool> pools,
    int loops,
    @Nullable String problem,
    Set<String> stopped) {
  /** Makes one of classes that all grow on. */
  public Explanation(
      List<GrownHolder> holders, List<GrownPool> pools, int loops, @Nullable String problem) {
    this(holders, pools, loops, problem, Set.of());
  }

  /** Nothing was to be explained. */
  public static final Explanation NONE = new Explanation(List.of(), List.of(), 1, null);

  public static Explanation failed(String problem) {
    return new Explanation(List.of(), List.of(), 1, problem);
  }

  /** {@return what went wrong, for a sentence} */
  static String reason(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
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
