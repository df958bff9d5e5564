package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The class loaders of a dump.
 *
 * @param loaders all loaders, by what they retain, largest first
 * @param duplicates the classes that more than one loader defined, most often first
 */
public record Loaders(List<LoaderInfo> loaders, List<DuplicateClass> duplicates) {
  private static final String LOADER = "java.lang.ClassLoader";

  /** Copies the lists. */
  public Loaders {
    loaders = List.copyOf(loaders);
    duplicates = List.copyOf(duplicates);
  }

  /**
   * Reads the loaders.
   *
   * @param view the dump
   * @param progress told how far it is
   * @return the loaders, also those without classes
   */
  public static Loaders of(HeapView view, HeapProgress progress) {
    Scan scan = new Scan(view);
    scan.countInstances(progress);
    scan.countClasses();
    return new Loaders(
        scan.loaders().stream().sorted(LoaderInfo.LARGEST_FIRST).toList(),
        scan.duplicates().stream().sorted(DuplicateClass.MOST_FIRST).toList());
  }

  /** Counts by class first, then the classes by loader. */
  private static final class Scan {
    private final HeapView view;
    private final HeapGraph graph;
    private final LoaderFields fields;
    private final boolean[] isLoader;
    private final long[] instances;
    private final long[] bytes;
    private final Map<Integer, long[]> byLoader = new TreeMap<>();

    Scan(HeapView view) {
      this.view = view;
      graph = view.graph();
      fields = new LoaderFields(graph);
      int classes = graph.classes().size();
      isLoader = new boolean[classes];
      instances = new long[classes];
      bytes = new long[classes];
      for (int i = 0; i < classes; i++) {
        isLoader[i] = graph.classes().get(i).isSubclassOf(LOADER);
      }
    }

    void countInstances(HeapProgress progress) {
      Ticker ticker = new Ticker(progress, "counting instances by loader", graph.objects());
      graph.forEach(
          (object, type, shallow, length) -> {
            ticker.at(object);
            instances[type]++;
            bytes[type] += shallow;
            if (isLoader[type]) {
              sums(object);
            }
          });
    }

    void countClasses() {
      for (int i = 0; i < instances.length; i++) {
        long[] sums = sums(loaderOf(graph.classes().get(i)));
        sums[0]++;
        sums[1] += instances[i];
        sums[2] += bytes[i];
      }
    }

    private int loaderOf(HeapClass type) {
      return graph.reader().find(type.loaderId());
    }

    private long[] sums(int loader) {
      return byLoader.computeIfAbsent(loader, o -> new long[3]);
    }

    List<LoaderInfo> loaders() {
      List<LoaderInfo> loaders = new ArrayList<>();
      byLoader.forEach((loader, sums) -> loaders.add(loader < 0 ? boot(sums) : read(loader, sums)));
      return loaders;
    }

    private LoaderInfo boot(long[] sums) {
      return new LoaderInfo(-1, "", null, List.of(), -1, (int) sums[0], sums[1], sums[2], 0, true);
    }

    private LoaderInfo read(int loader, long[] sums) {
      return new LoaderInfo(
          loader,
          view.name(loader),
          fields.name(loader),
          fields.urls(loader),
          fields.parent(loader),
          (int) sums[0],
          sums[1],
          sums[2],
          view.tree().isReachable(loader) ? view.tree().retainedSize(loader) : 0,
          view.tree().isReachable(loader));
    }

    List<DuplicateClass> duplicates() {
      Map<String, List<HeapClass>> byName = new TreeMap<>();
      for (int i = 0; i < instances.length; i++) {
        HeapClass type = graph.classes().get(i);
        if (!type.isArray()) {
          byName.computeIfAbsent(type.name(), n -> new ArrayList<>(1)).add(type);
        }
      }
      byName.values().removeIf(classes -> distinctLoaders(classes).size() < 2);
      return byName.values().stream().map(this::duplicate).toList();
    }

    private DuplicateClass duplicate(List<HeapClass> classes) {
      return new DuplicateClass(
          classes.get(0).name(),
          distinctLoaders(classes),
          classes.stream().mapToLong(c -> instances[c.number()]).sum());
    }

    private List<Integer> distinctLoaders(List<HeapClass> classes) {
      return classes.stream().map(this::loaderOf).distinct().sorted().toList();
    }
  }
}
