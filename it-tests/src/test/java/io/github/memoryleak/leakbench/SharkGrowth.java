package io.github.memoryleak.leakbench;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import kotlin.Unit;
import leakcanary.DumpingRepeatingScenarioObjectGrowthDetector;
import leakcanary.FinalizingInProcessGcTrigger;
import leakcanary.HeapDumpStorageStrategy;
import leakcanary.HeapDumper;
import leakcanary.HeapDumperKt;
import leakcanary.ObjectGrowthWarmupHeapDumperKt;
import shark.HeapDiff;
import shark.JvmObjectGrowthDetectorKt;
import shark.JvmObjectGrowthReferenceMatchers;
import shark.ObjectGrowthDetector;
import shark.RepeatingScenarioObjectGrowthDetector;
import shark.ShortestPathObjectNode;

/**
 * The growth detector of Shark 3.0, put together as LeakCanary does for a test in the JVM that it
 * watches, with its own defaults: five heap dumps at most, two loops before each. All that it lists
 * as growing is read. Compiled and run in the profile {@code leakbench} only.
 */
public final class SharkGrowth implements Detector {
  private static final String TARGET = " -> ";

  @Override
  public Sighting watch(Loop loop, String type) throws Exception {
    loop.run(WARM_UP);
    Path folder = Files.createTempDirectory("shark");
    try {
      return sighting(
          detector(folder)
              .findRepeatedlyGrowingObjects(
                  RepeatingScenarioObjectGrowthDetector.DEFAULT_MAX_HEAP_DUMPS,
                  RepeatingScenarioObjectGrowthDetector.DEFAULT_SCENARIO_LOOPS_PER_DUMP,
                  () -> once(loop)));
    } finally {
      Files.delete(folder);
    }
  }

  private static Unit once(Loop loop) {
    try {
      loop.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return Unit.INSTANCE;
  }

  private static RepeatingScenarioObjectGrowthDetector detector(Path folder) {
    ObjectGrowthDetector detector =
        JvmObjectGrowthDetectorKt.forJvmHeap(
            ObjectGrowthDetector.Companion,
            JvmObjectGrowthReferenceMatchers.Companion.getDefaults());
    HeapDumper dumper =
        HeapDumperKt.withGc(SharkGrowth::dump, FinalizingInProcessGcTrigger.INSTANCE);
    return new DumpingRepeatingScenarioObjectGrowthDetector(
        detector,
        () -> folder.resolve("heap.hprof").toFile(),
        ObjectGrowthWarmupHeapDumperKt.withDetectorWarmup(dumper, detector, false),
        new HeapDumpStorageStrategy.DeleteOnHeapDumpClose());
  }

  private static void dump(File file) {
    try {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpHeap(file.getPath(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What grows stands behind the arrow of a node, who holds it in the nodes above. */
  private static Sighting sighting(HeapDiff diff) {
    List<String> types = new ArrayList<>();
    List<String> holders = new ArrayList<>();
    for (ShortestPathObjectNode node : diff.getGrowingObjects()) {
      node.getGrowingChildren().forEach(child -> types.add(target(child.getChild())));
      types.add(target(node));
      holders.add(path(node));
    }
    return new Sighting(diff.isGrowing(), types, holders, List.of());
  }

  private static String target(ShortestPathObjectNode node) {
    String name = node.getName();
    int arrow = name.indexOf(TARGET);
    return arrow < 0 ? name : name.substring(arrow + TARGET.length());
  }

  private static String path(ShortestPathObjectNode last) {
    LinkedList<String> names = new LinkedList<>();
    for (ShortestPathObjectNode node = last; node != null; node = node.getParent()) {
      names.addFirst(node.getName());
    }
    return String.join(" > ", names);
  }
}
