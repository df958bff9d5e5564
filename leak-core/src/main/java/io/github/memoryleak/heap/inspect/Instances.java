package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.hprof.Concurrent;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.path.ShortestPaths;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The instances of the classes that a pattern selects, and what holds them.
 *
 * @param pattern the pattern
 * @param classes the classes selected, largest first, with what their instances keep alive
 * @param instances the strongly reachable instances
 * @param unreachable the other ones
 * @param shallowBytes the own bytes of the reachable instances
 * @param retainedBytes what they keep alive together; what several of them hold, and nothing else,
 *     counts once, with the instance that is closest to a root
 * @param paths the shortest strong paths to them, merged, from the GC roots on
 */
public record Instances(
    String pattern,
    List<ClassTotal> classes,
    long instances,
    long unreachable,
    long shallowBytes,
    long retainedBytes,
    List<PathNode> paths) {
  /** Copies the lists. */
  public Instances {
    classes = List.copyOf(classes);
    paths = List.copyOf(paths);
  }

  /**
   * Finds the instances and merges the paths to them. Needs no dominators: the search for paths
   * ends with the last instance, and a second one, beside it, finds what they keep alive.
   *
   * @param graph the dump, with labels
   * @param pattern selects the classes
   * @param top how many branches to tell at each step, and how many classes
   * @param progress told how far it is
   * @return what was found
   */
  public static Instances of(
      HeapGraph graph, ClassPattern pattern, int top, HeapProgress progress) {
    boolean[] isSelected = new boolean[graph.classes().size()];
    for (int i = 0; i < isSelected.length; i++) {
      isSelected[i] = pattern.matches(graph.classes().get(i).name());
    }
    BitSet wanted = new BitSet();
    for (int object = 0; object < graph.objects(); object++) {
      if (isSelected[graph.classOf(object)]) {
        wanted.set(object);
      }
    }
    Concurrent<KeptAlive> kept = Concurrent.start(() -> KeptAlive.by(isSelected, graph));
    Reached reached = new Reached(graph, ShortestPaths.to(wanted, graph, progress));
    Search search = new Search(reached, kept.get());
    search.run(wanted, progress);
    return new Instances(
        pattern.text(),
        search.classes(top),
        search.instances,
        search.unreachable,
        search.shallow,
        search.retained,
        search.paths.nodes(top));
  }

  /** Looks at each instance once, those closest to the roots first. */
  private static final class Search {
    final MergedPaths paths;
    long instances;
    long unreachable;
    long shallow;
    long retained;
    private final Reached view;
    private final KeptAlive kept;
    private final Map<Integer, long[]> byClass = new TreeMap<>();

    Search(Reached view, KeptAlive kept) {
      this.view = view;
      this.kept = kept;
      paths = new MergedPaths(view);
    }

    void run(BitSet wanted, HeapProgress progress) {
      ShortestPaths found = view.paths();
      Ticker ticker = new Ticker(progress, "merging paths", found.reachableObjects());
      for (int i = 0; i < found.reachableObjects(); i++) {
        ticker.at(i);
        if (wanted.get(found.inOrder(i))) {
          add(found.inOrder(i));
        }
      }
      unreachable = wanted.cardinality() - instances;
    }

    private void add(int object) {
      long bytes = view.graph().shallowSize(object);
      long alive = kept.bytes(object);
      instances++;
      shallow += bytes;
      retained += alive;
      long[] sums = byClass.computeIfAbsent(view.graph().classOf(object), t -> new long[3]);
      sums[0]++;
      sums[1] += bytes;
      sums[2] += alive;
      paths.add(object, alive);
    }

    List<ClassTotal> classes(int top) {
      List<ClassTotal> totals = new ArrayList<>();
      byClass.forEach(
          (type, sums) ->
              totals.add(
                  new ClassTotal(
                      view.graph().classes().get(type).name(), sums[0], sums[1], sums[2])));
      return totals.stream().sorted(ClassTotal.LARGEST_FIRST).limit(top).toList();
    }
  }
}
