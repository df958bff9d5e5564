package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.hprof.HeapProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The instances of the classes that a pattern selects, and what holds them.
 *
 * @param pattern the pattern
 * @param classes the classes selected, largest first; their retained bytes count what no other
 *     instance of the selected classes dominates
 * @param instances the strongly reachable instances
 * @param unreachable the other ones
 * @param shallowBytes the own bytes of the reachable instances
 * @param retainedBytes what they keep alive
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
   * Finds the instances and merges the paths to them.
   *
   * @param view the dump
   * @param pattern selects the classes
   * @param top how many branches to tell at each step, and how many classes
   * @param progress told how far it is
   * @return what was found
   */
  public static Instances of(HeapView view, ClassPattern pattern, int top, HeapProgress progress) {
    Search search = new Search(view, pattern);
    search.run(progress);
    return new Instances(
        pattern.text(),
        search.classes(top),
        search.instances,
        search.unreachable,
        search.shallow,
        search.retained,
        search.paths.nodes(top));
  }

  /** Looks at each object once. */
  private static final class Search {
    final MergedPaths paths;
    long instances;
    long unreachable;
    long shallow;
    long retained;
    private final HeapView view;
    private final boolean[] isSelected;
    private final Outermost outermost;
    private final Map<Integer, long[]> byClass = new TreeMap<>();

    Search(HeapView view, ClassPattern pattern) {
      this.view = view;
      paths = new MergedPaths(view);
      isSelected = new boolean[view.graph().classes().size()];
      for (int i = 0; i < isSelected.length; i++) {
        isSelected[i] = pattern.matches(view.graph().classes().get(i).name());
      }
      outermost = new Outermost(view, isSelected);
    }

    void run(HeapProgress progress) {
      Ticker ticker = new Ticker(progress, "merging paths", view.graph().objects());
      view.graph()
          .forEach(
              (object, type, bytes, length) -> {
                ticker.at(object);
                if (isSelected[type]) {
                  add(object, type, bytes);
                }
              });
    }

    private void add(int object, int type, long bytes) {
      if (!view.tree().isReachable(object)) {
        unreachable++;
        return;
      }
      long kept = outermost.is(object) ? view.tree().retainedSize(object) : 0;
      instances++;
      shallow += bytes;
      retained += kept;
      long[] sums = byClass.computeIfAbsent(type, t -> new long[3]);
      sums[0]++;
      sums[1] += bytes;
      sums[2] += kept;
      paths.add(object, kept);
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
