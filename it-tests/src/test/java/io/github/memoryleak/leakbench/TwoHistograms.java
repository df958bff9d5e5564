package io.github.memoryleak.leakbench;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;

/**
 * Two class histograms, compared by hand: a class with one instance more for each loop is taken for
 * a leak, the one with most bytes first.
 */
public final class TwoHistograms implements Detector {
  private static final int COUNT = 1;
  private static final int BYTES = 2;
  private static final int NAME = 3;

  private record Level(long count, long bytes) {}

  private record Grown(String type, long count, long bytes) {}

  @Override
  public Sighting watch(Loop loop, String type) throws Exception {
    loop.run(WARM_UP);
    Map<String, Level> before = histogram();
    loop.run(LOOPS);
    List<Grown> grown =
        histogram().entrySet().stream()
            .map(e -> grown(e.getKey(), before.get(e.getKey()), e.getValue()))
            .filter(g -> g.count() >= LOOPS)
            .sorted(Comparator.comparingLong(Grown::bytes).reversed())
            .toList();
    List<String> types = grown.stream().limit(Sighting.READ).map(Grown::type).toList();
    return new Sighting(!grown.isEmpty(), types, List.of(), List.of());
  }

  private static Grown grown(String type, Level before, Level after) {
    Level from = before == null ? new Level(0, 0) : before;
    return new Grown(type, after.count() - from.count(), after.bytes() - from.bytes());
  }

  private static Map<String, Level> histogram() throws Exception {
    Object text =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    Map<String, Level> levels = new HashMap<>();
    for (String line : ((String) text).lines().toList()) {
      String[] columns = line.strip().split("\\s+");
      if (columns.length > NAME && columns[0].endsWith(":")) {
        Level level = new Level(Long.parseLong(columns[COUNT]), Long.parseLong(columns[BYTES]));
        levels.put(columns[NAME], level);
      }
    }
    return levels;
  }
}
