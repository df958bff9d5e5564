package io.github.memoryleak.explain;

import io.github.memoryleak.census.CensusLog;
import io.github.memoryleak.census.Meter;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.heap.growth.GrownHolder;
import io.github.memoryleak.rounds.Bench;
import io.github.memoryleak.rounds.Growing;
import io.github.memoryleak.rounds.Measurement;
import io.github.memoryleak.rounds.ThreadWatch;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks whether classes that were seen to grow in bytes alone still do.
 *
 * <p>An array that fills is doubled once more when as many loops have come again. The table of a
 * map that drops stale entries now and then may have been doubled as often, by collections that
 * came late; then it is not.
 */
final class ArrayGrowth {
  /** Of the growth that is due. An array that is doubled grows by what it has, at least. */
  private static final double LEAST = 0.3;

  private static final int PAUSE_MILLIS = 20;

  private final Collection<GrowingType> types;
  private final int round;
  private final Map<String, Long> before;

  private ArrayGrowth(Collection<GrowingType> types, int round) {
    this.types = types;
    this.round = round;
    before = sizes();
  }

  /**
   * {@return the sizes before the loops that have to double what grows; of nothing where objects
   * grow in number as well, for then there are few loops}
   *
   * @param measured what grew
   */
  static ArrayGrowth begin(Measurement measured) {
    List<GrowingType> types =
        measured.growing().stream()
            .filter(g -> g.meter() == Meter.HEAP && !measured.growsByCount())
            .map(Growing::type)
            .toList();
    return new ArrayGrowth(types, measured.longestRound());
  }

  /**
   * Collects as often as in the longest rounds: between two collections a table has as many stale
   * entries as there were loops.
   *
   * @param done the loops so far
   */
  void loopEnds(int done) {
    if (done % round == 0) {
      sizes();
    }
  }

  /**
   * {@return the classes that have not grown any more}
   *
   * @param loops how many loops there were since, enough for each array to be doubled
   */
  Set<String> stopped(int loops) {
    sizes();
    // What cleaners and finalizers drop, and what is held softly, goes with a second collection.
    ThreadWatch.pause(PAUSE_MILLIS);
    Map<String, Long> after = sizes();
    return types.stream()
        .filter(t -> growth(t.type(), after) < LEAST * t.bytesPerLoop() * loops)
        .map(GrowingType::type)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * {@return the classes that nobody was seen to hold more bytes of, although each array had to be
   * doubled; what comes and goes has more at the second look by chance, and so may have its holder,
   * but less than is due}
   *
   * @param holders what accumulated between the dumps
   * @param loops how many loops there were
   */
  Set<String> unheld(List<GrownHolder> holders, int loops) {
    return types.stream()
        .filter(t -> holders.stream().noneMatch(h -> holds(h, t, loops)))
        .map(GrowingType::type)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean holds(GrownHolder holder, GrowingType type, int loops) {
    return !holder.soft()
        && holder.typeGrowth().containsKey(type.type())
        && holder.shallowGrowth() >= Explanation.LEAST_HELD * type.bytesPerLoop() * loops;
  }

  private long growth(String type, Map<String, Long> after) {
    return after.getOrDefault(type, 0L) - before.getOrDefault(type, 0L);
  }

  private Map<String, Long> sizes() {
    Set<String> names = types.stream().map(GrowingType::type).collect(Collectors.toSet());
    return names.isEmpty() ? Map.of() : Bench.census(log -> sizes(log, names));
  }

  private static Map<String, Long> sizes(CensusLog log, Set<String> names) {
    Map<String, Long> sizes = new HashMap<>();
    for (int key = 0; key < log.keys(); key++) {
      if (names.contains(log.name(key))) {
        sizes.put(log.name(key), log.bytes(0, key));
      }
    }
    return sizes;
  }
}
