package io.github.memoryleak.explain;

import io.github.memoryleak.census.Meter;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.growth.Doubling;
import io.github.memoryleak.rounds.Bench;
import io.github.memoryleak.rounds.Growing;
import io.github.memoryleak.rounds.Measurement;
import io.github.memoryleak.rounds.Operation;
import io.github.memoryleak.site.Creation;
import io.github.memoryleak.site.SiteRecorder;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records who makes the arrays that grow, in the loops between the two dumps.
 *
 * <p>These loops have to double each array that fills. Whoever looks for its line afterwards has to
 * wait until it doubles once more, which takes twice as many. Arrays that come once in some loops
 * are small, so there may be many like them: they are left to that.
 */
final class ArraySites implements AutoCloseable {
  private static final String ARRAY = "[]";

  /** What grows by less than this part of what grows most would have small arrays recorded. */
  private static final double SHARE = 0.25;

  /** Classes that are changed link their lambdas anew, which looks like growth the first time. */
  private static final int LOOPS_TO_LINK = 3;

  private final @Nullable SiteRecorder recorder;
  private boolean ended;

  private ArraySites(@Nullable SiteRecorder recorder) {
    this.recorder = recorder;
  }

  /**
   * {@return a recording that has begun; of nothing where objects grow in number as well, for then
   * there are few loops between the dumps, or where the agent cannot be loaded: whoever looks for
   * sites afterwards tells why}
   *
   * @param measured what grew
   */
  static ArraySites begin(Measurement measured) {
    List<GrowingType> arrays = measured.growsByCount() ? List.of() : arrays(measured);
    if (arrays.isEmpty()) {
      return new ArraySites(null);
    }
    try {
      return new ArraySites(SiteRecorder.start(wanted(arrays, measured.allLoops())));
    } catch (IOException e) {
      return new ArraySites(null);
    }
  }

  private static List<GrowingType> arrays(Measurement measured) {
    List<GrowingType> arrays =
        measured.growing().stream()
            .filter(g -> g.meter() == Meter.HEAP && g.isSteady())
            .map(Growing::type)
            .filter(t -> t.type().endsWith(ARRAY) && t.countPerLoop() == 0)
            .toList();
    double most = arrays.stream().mapToDouble(GrowingType::bytesPerLoop).max().orElse(0);
    return arrays.stream().filter(t -> t.bytesPerLoop() >= SHARE * most).toList();
  }

  private static SiteRecorder.Wanted wanted(List<GrowingType> arrays, long loops) {
    double least = arrays.stream().mapToDouble(GrowingType::bytesPerLoop).min().orElse(0) * loops;
    return new SiteRecorder.Wanted(
        arrays.stream().map(GrowingType::type).collect(Collectors.toSet()),
        Set.of(),
        false,
        Doubling.leastLength(least));
  }

  /** Has the operation do what it does for the first time since the recording began. */
  void link(Operation operation) throws Exception {
    for (int i = 0; i < LOOPS_TO_LINK && recorder != null; i++) {
      operation.run();
    }
  }

  /** Records no more; what the program keeps of its latest loop only is let go in another one. */
  void pause() throws IOException {
    if (recorder != null) {
      recorder.pause();
    }
  }

  /** {@return who made the arrays that are still alive} */
  List<Creation> creations() throws IOException {
    ended = true;
    return recorder == null ? List.of() : recorder.stop(Bench::collect);
  }

  @Override
  public void close() throws IOException {
    if (recorder != null && !ended) {
      recorder.stop(() -> {});
    }
  }
}
