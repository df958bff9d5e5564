package io.github.memoryleak.explain;

import io.github.memoryleak.heap.growth.GrownHolder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who holds what leaks, as two dumps showed.
 *
 * @param holders what accumulates, that with most bytes first
 * @param loops how many loops there were between the dumps
 * @param problem why there is no explanation; a sentence
 */
public record Explanation(List<GrownHolder> holders, int loops, @Nullable String problem) {
  /** Nothing was to be explained. */
  public static final Explanation NONE = new Explanation(List.of(), 1, null);

  public static Explanation failed(String problem) {
    return new Explanation(List.of(), 1, problem);
  }
}
