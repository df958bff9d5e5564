package io.github.memoryleak.yardstick;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;

/** The heap library of the NetBeans profiler, which VisualVM uses too. */
public final class NetBeansYardstick implements Yardstick {
  private static final String CLASS = "java.lang.Class";
  private static final int TOP = 20;

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

  /**
   * Prints how many objects a dump has; with the word dominators how many bytes the biggest object
   * retains; with the name of a class how many of its instances have a path from a root.
   */
  public static void main(String[] args) throws IOException {
    Path dump = Path.of(args[0]);
    if (args.length == 1) {
      System.out.println(SharkYardstick.total(new NetBeansYardstick().instances(dump)));
      return;
    }
    Heap heap = HeapFactory.createHeap(dump.toFile());
    System.out.println(args[1].equals("dominators") ? biggest(heap) : paths(heap, args[1]));
  }

  private static long biggest(Heap heap) {
    Instance biggest = (Instance) heap.getBiggestObjectsByRetainedSize(TOP).get(0);
    return biggest.getRetainedSize();
  }

  private static long paths(Heap heap, String className) {
    List<?> instances = heap.getJavaClassByName(className).getInstances();
    return instances.stream().filter(i -> isReached((Instance) i)).count();
  }

  private static boolean isReached(Instance instance) {
    Instance at = instance;
    while (at != null && !at.isGCRoot()) {
      at = at.getNearestGCRootPointer();
    }
    return at != null;
  }
}
