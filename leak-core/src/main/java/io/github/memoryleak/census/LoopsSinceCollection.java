package io.github.memoryleak.census;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many loops of a round ran after the latest collection in it. A small collection in the middle
 * of a round closes what the loops before it left behind, and nobody counts that; what is left at
 * the end comes from the loops since then.
 */
final class LoopsSinceCollection {
  private final GarbageCollectorMXBean[] collectors =
      ManagementFactory.getGarbageCollectorMXBeans().toArray(GarbageCollectorMXBean[]::new);

  private long collections;
  private int loops;
  private int since;

  void roundBegins() {
    collections = count();
    loops = 0;
    since = 0;
  }

  void loopEnds() {
    long now = count();
    loops++;
    since = now == collections ? since + 1 : 0;
    collections = now;
  }

  /** {@return the loops of the round} */
  int all() {
    return loops;
  }

  /**
   * {@return those after the one with the latest collection; all where there was none, and none
   * where it came after the loops, while whoever measures was waiting}
   */
  int since() {
    return count() == collections ? since : 0;
  }

  private long count() {
    long sum = 0;
    for (GarbageCollectorMXBean collector : collectors) {
      sum += collector.getCollectionCount();
    }
    return sum;
  }
}
