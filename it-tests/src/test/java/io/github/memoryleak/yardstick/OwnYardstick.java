package io.github.memoryleak.yardstick;

import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.Histogram;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Our own engine. */
public final class OwnYardstick implements Yardstick {
  private static final String CLASS = "java.lang.Class";

  @Override
  public Map<String, Long> instances(Path dump) throws IOException {
    Map<String, Long> instances = new TreeMap<>();
    try (HprofFile file = HprofFile.open(dump, HeapProgress.NONE)) {
      for (HeapClass c : Histogram.of(file, HeapProgress.NONE).classes()) {
        if (c.instances() > 0 && !c.name().equals(CLASS)) {
          instances.merge(c.name(), c.instances(), Long::sum);
        }
      }
    }
    return instances;
  }

  /** Prints how many objects a dump has. */
  public static void main(String[] args) throws IOException {
    System.out.println(SharkYardstick.total(new OwnYardstick().instances(Path.of(args[0]))));
  }
}
