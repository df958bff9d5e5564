package io.github.memoryleak;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import io.github.memoryleak.census.OpenFiles;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one sample reads of the JVM, without a collection.
 *
 * @param memory heap, threads and classes
 * @param heapAfterCollectionBytes the used heap after the latest collection; 0 before the first
 * @param fileDescriptors open files, pipes and sockets; -1 where that is not known
 * @param bufferBytes memory of direct and mapped buffers
 */
record ResourceLevel(
    MemorySnapshot memory, long heapAfterCollectionBytes, long fileDescriptors, long bufferBytes) {
  private static final List<GarbageCollectorMXBean> COLLECTORS =
      ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class);

  private static final List<BufferPoolMXBean> BUFFERS =
      ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class);

  private static final Set<String> HEAP =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toUnmodifiableSet());

  /** {@return the level now} */
  static ResourceLevel read() {
    return new ResourceLevel(
        MemorySnapshot.quick(),
        heapAfterCollection(),
        OpenFiles.count(),
        BUFFERS.stream().mapToLong(BufferPoolMXBean::getMemoryUsed).sum());
  }

  private static long heapAfterCollection() {
    return COLLECTORS.stream()
        .map(GarbageCollectorMXBean::getLastGcInfo)
        .filter(Objects::nonNull)
        .max(Comparator.comparingLong(GcInfo::getEndTime))
        .map(ResourceLevel::heap)
        .orElse(0L);
  }

  private static long heap(GcInfo collection) {
    return collection.getMemoryUsageAfterGc().entrySet().stream()
        .filter(pool -> HEAP.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }
}
