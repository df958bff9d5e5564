package io.github.memoryleak.census;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import org.jspecify.annotations.Nullable;

/** The memory of all loaded classes. It is told with what leaks, and never judged by itself. */
final class Metaspace implements ResourceMeter {
  private static final String NAME = "metaspace";

  private final @Nullable MemoryPoolMXBean pool =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(one -> one.getName().equals("Metaspace"))
          .findFirst()
          .orElse(null);

  @Override
  public void addTo(CensusLog log) {
    if (pool != null) {
      log.add(Meter.METASPACE, NAME, 0, pool.getUsage().getUsed());
    }
  }
}
