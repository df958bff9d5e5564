package io.github.memoryleak.junit;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.rounds.ThreadWatch;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Describes this JVM for the report. */
final class MeasuredEnvironment {
  private static final Map<String, String> COLLECTORS =
      Map.of(
          "G1 Young Generation", "G1",
          "Copy", "Serial",
          "PS Scavenge", "Parallel",
          "ZGC Cycles", "ZGC",
          "ZGC Minor Cycles", "ZGC",
          "Shenandoah Cycles", "Shenandoah");

  private MeasuredEnvironment() {}

  static LeakReport.Environment now(Instant start, long millis) {
    return new LeakReport.Environment(
        System.getProperty("java.version", "unknown"),
        System.getProperty("java.vm.name", "unknown")
            + " ("
            + System.getProperty("java.vm.vendor", "unknown")
            + ")",
        collector(),
        start.toString(),
        millis,
        foreignThreads());
  }

  private static List<LeakReport.ForeignThreads> foreignThreads() {
    return ThreadWatch.foreign().entrySet().stream()
        .map(e -> new LeakReport.ForeignThreads(e.getKey(), e.getValue()))
        .toList();
  }

  private static String collector() {
    List<String> names =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .toList();
    return names.stream()
        .filter(COLLECTORS::containsKey)
        .map(COLLECTORS::get)
        .findFirst()
        .orElse(String.join(", ", names));
  }
}
