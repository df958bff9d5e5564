package io.github.memoryleak.census;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Objects with native memory that nobody ended, so that only the collector's cleaner frees it.
 *
 * <p>Such an object has a partner that frees the memory, and the JDK's list of cleaners holds the
 * partner until that is done. The histogram is taken in the pause of the collection itself: the
 * object is gone by then, and the cleaner's thread has not run yet. So the partners without their
 * objects are those that were left to the collector; one that was ended has no partner any more.
 */
final class UnclosedNative implements ResourceMeter {
  /** By the class of the object the class of its partner. */
  private static final Map<String, String> PARTNERS =
      new TreeMap<>(
          Map.of(
              "java.util.zip.Inflater", "java.util.zip.Inflater$InflaterZStreamRef",
              "java.util.zip.Deflater", "java.util.zip.Deflater$DeflaterZStreamRef"));

  private final Sort[] sorts;

  UnclosedNative(CensusLog log) {
    sorts =
        PARTNERS.entrySet().stream()
            .map(e -> new Sort(e.getKey(), log.key(e.getKey()), log.key(e.getValue())))
            .toArray(Sort[]::new);
  }

  @Override
  public void beforeCollecting(Duration patience, LoopsSinceCollection round) {
    for (Sort sort : sorts) {
      sort.left.before(0, round);
      sort.most = 0;
    }
  }

  @Override
  public void addTo(CensusLog log) {
    for (Sort sort : sorts) {
      sort.addTo(log);
    }
  }

  private static final class Sort {
    private final String name;
    private final int object;
    private final int partner;
    private final LeftToCollector left = new LeftToCollector();
    private long most;

    Sort(String name, int object, int partner) {
      this.name = name;
      this.object = object;
      this.partner = partner;
    }

    /** Only the first census of a round sees them, those that are taken again do not. */
    void addTo(CensusLog log) {
      long gone = log.count(log.size(), partner) - log.count(log.size(), object);
      most = Math.max(most, gone);
      log.add(Meter.UNCLOSED_NATIVE, name, left.after(-most), 0);
    }
  }
}
