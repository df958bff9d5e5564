package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.hprof.HeapProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the objects of each class, and of each package, retain together.
 *
 * @param classes the classes that retain most, largest first
 * @param packages the packages that retain most, largest first
 */
public record RetainedSizes(List<ClassTotal> classes, List<PackageTotal> packages) {
  /** Copies the lists. */
  public RetainedSizes {
    classes = List.copyOf(classes);
    packages = List.copyOf(packages);
  }

  /**
   * Adds up the retained sizes of all objects that no other of their class, or of their package,
   * dominates.
   *
   * @param view the dump
   * @param top how many classes and packages to tell
   * @param progress told how far it is
   * @return the largest of both
   */
  public static RetainedSizes of(HeapView view, int top, HeapProgress progress) {
    Totals totals = new Totals(view);
    totals.count(progress);
    totals.walk(DominatorChildren.of(view, progress), progress);
    return new RetainedSizes(
        totals.classes().sorted(ClassTotal.LARGEST_FIRST).limit(top).toList(),
        totals.packages().sorted(PackageTotal.LARGEST_FIRST).limit(top).toList());
  }

  /** The package of a class; that of the elements for an array; empty for primitive ones. */
  private static String packageName(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }

  /** Walks the tree depth first, counting for each group how many of its members are open. */
  private static final class Totals {
    private final HeapView view;
    private final Groups byClass;
    private final Groups byPackage;
    private final List<String> packages = new ArrayList<>();
    private final int[] packageOf;

    Totals(HeapView view) {
      this.view = view;
      int classes = view.graph().classes().size();
      packageOf = new int[classes];
      NumberedNames names = new NumberedNames(packages);
      for (int i = 0; i < classes; i++) {
        packageOf[i] = names.of(packageName(view.graph().classes().get(i).name()));
      }
      byClass = new Groups(classes);
      byPackage = new Groups(packages.size());
    }

    void count(HeapProgress progress) {
      Ticker ticker = new Ticker(progress, "counting objects", view.graph().objects());
      view.graph()
          .forEach(
              (object, type, shallow, length) -> {
                ticker.at(object);
                if (view.tree().isReachable(object)) {
                  byClass.count(type, shallow);
                  byPackage.count(packageOf[type], shallow);
                }
              });
    }

    void walk(DominatorChildren children, HeapProgress progress) {
      Ticker ticker = new Ticker(progress, "adding up retained sizes", view.graph().objects());
      long done = 0;
      int object = children.firstRoot();
      while (object >= 0) {
        enter(object);
        ticker.at(++done);
        int next = children.first(object);
        while (next < 0 && object >= 0) {
          leave(object);
          next = children.next(object);
          object = view.tree().dominator(object);
        }
        object = next;
      }
    }

    private void enter(int object) {
      int type = view.graph().classOf(object);
      long retained = view.tree().retainedSize(object);
      byClass.enter(type, retained);
      byPackage.enter(packageOf[type], retained);
    }

    private void leave(int object) {
      int type = view.graph().classOf(object);
      byClass.open[type]--;
      byPackage.open[packageOf[type]]--;
    }

    Stream<ClassTotal> classes() {
      return IntStream.range(0, packageOf.length)
          .filter(i -> byClass.objects[i] > 0)
          .mapToObj(
              i ->
                  new ClassTotal(
                      view.graph().classes().get(i).name(),
                      byClass.objects[i],
                      byClass.shallow[i],
                      byClass.retained[i]));
    }

    Stream<PackageTotal> packages() {
      return IntStream.range(0, packages.size())
          .filter(i -> byPackage.objects[i] > 0)
          .mapToObj(
              i ->
                  new PackageTotal(
                      packages.get(i),
                      byPackage.objects[i],
                      byPackage.shallow[i],
                      byPackage.retained[i]));
    }
  }

  /** Sums by the number of a group. */
  private static final class Groups {
    final int[] open;
    final long[] objects;
    final long[] shallow;
    final long[] retained;

    Groups(int count) {
      open = new int[count];
      objects = new long[count];
      shallow = new long[count];
      retained = new long[count];
    }

    void count(int group, long shallowBytes) {
      objects[group]++;
      shallow[group] += shallowBytes;
    }

    void enter(int group, long retainedBytes) {
      if (open[group]++ == 0) {
        retained[group] += retainedBytes;
      }
    }
  }
}
