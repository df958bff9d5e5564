package io.github.memoryleak.yardstick;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.JavaClass;

/** The heap library of the NetBeans profiler, which VisualVM uses too. */
public final class NetBeansYardstick implements Yardstick {
  private static final String CLASS = "java.lang.Class";

  @Override
  public Map<String, Long> instances(Path dump) throws IOException {
    Heap heap = HeapFactory.createHeap(dump.toFile());
    Map<String, Long> instances = new TreeMap<>();
    for (Object each : heap.getAllClasses()) {
      JavaClass clazz = (JavaClass) each;
      long count = clazz.getInstancesCount();
      if (count > 0 && !clazz.getName().equals(CLASS)) {
        instances.merge(clazz.getName(), count, Long::sum);
      }
    }
    return instances;
  }

  /** Prints how many objects a dump has. */
  public static void main(String[] args) throws IOException {
    System.out.println(SharkYardstick.total(new NetBeansYardstick().instances(Path.of(args[0]))));
  }
}
