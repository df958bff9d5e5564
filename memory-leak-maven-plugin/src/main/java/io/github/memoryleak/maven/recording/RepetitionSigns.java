package io.github.memoryleak.maven.recording;

import java.util.HashSet;
import java.util.Set;
import one.jfr.JfrClass;
import one.jfr.JfrReader;
import one.jfr.event.AllocationSample;
import org.jspecify.annotations.Nullable;

/**
 * Signs that a recording tells allocations by two kinds of events: two events that follow each
 * other as those of one allocation do, and settings that switch both kinds on. To make sure, see
 * {@link RepeatedAllocations}, costs a sixth of the time that reading takes.
 */
final class RepetitionSigns {
  /** What one allocation is told by follows at once. */
  private static final double NANOS_TOGETHER = 1e6;

  private final Set<String> enabled = new HashSet<>();
  private boolean areSettingsKnown;
  private boolean isAnyPair;
  private long ticksTogether;
  private @Nullable AllocationSample before;

  /** A chunk begins. */
  void begin(JfrReader reader) {
    ticksTogether = (long) (NANOS_TOGETHER / reader.nanosPerTick);
  }

  void see(AllocationSample sample) {
    isAnyPair |= before != null && isPair(before, sample);
    before = sample;
  }

  void see(ActiveSettingEvent setting, JfrReader reader) {
    areSettingsKnown = true;
    if (setting.name.equals("enabled") && setting.value.equals("true")) {
      JfrClass type = reader.types.get(setting.eventType);
      for (String kind : RepeatedAllocations.KINDS) {
        if (type != null && type == reader.typesByName.get(kind)) {
          enabled.add(kind);
        }
      }
    }
  }

  /** {@return whether it is worth while to make sure} */
  boolean areThere() {
    boolean areBoth = enabled.contains(RepeatedAllocations.SAMPLE) && enabled.size() > 1;
    return isAnyPair && (areBoth || !areSettingsKnown);
  }

  /**
   * The JVM tells a new buffer, or an object outside of one, then the sample of the same allocation
   * if it takes one.
   */
  private boolean isPair(AllocationSample first, AllocationSample second) {
    return second.tlabSize == 0
        && first.tid == second.tid
        && first.stackTraceId == second.stackTraceId
        && first.classId == second.classId
        && (first.tlabSize > 0 || second.time - first.time < ticksTogether);
  }
}
