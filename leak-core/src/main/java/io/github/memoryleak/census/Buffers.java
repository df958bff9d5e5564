package io.github.memoryleak.census;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** The direct and the mapped buffers, less those of the measurement. */
final class Buffers implements ResourceMeter {
  private static final String DIRECT = "direct";

  private final List<BufferPoolMXBean> pools =
      ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class);

  @Override
  public void addTo(CensusLog log) {
    for (BufferPoolMXBean pool : pools) {
      boolean ours = pool.getName().equals(DIRECT);
      log.add(
          Meter.DIRECT_BUFFER,
          pool.getName() + " buffers",
          pool.getCount(),
          pool.getMemoryUsed() - (ours ? log.ownMemory() : 0));
    }
  }
}
