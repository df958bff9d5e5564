package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.hprof.HeapProgress;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JDK's collections by class, and what they waste.
 *
 * @param classes the classes, those that waste most first
 */
public record CollectionTotals(List<CollectionTotal> classes) {
  private static final int HOLDERS = 5;

  /** Copies the list. */
  public CollectionTotals {
    classes = List.copyOf(classes);
  }

  /**
   * Reads all strongly reachable collections.
   *
   * @param view the dump
   * @param top how many classes to tell
   * @param progress told how far it is
   * @return the classes that waste most
   */
  public static CollectionTotals of(HeapView view, int top, HeapProgress progress) {
    Scan scan = new Scan(view, progress);
    scan.findInner();
    scan.readAll();
    return new CollectionTotals(
        scan.sums.values().stream()
            .map(CollectionSum::total)
            .sorted(CollectionTotal.LARGEST_FIRST)
            .limit(top)
            .toList());
  }

  /** Looks at each object; a collection inside another one is counted with that. */
  private static final class Scan {
    private final HeapView view;
    private final CollectionReader collections;
    private final PathReader paths;
    private final boolean[] isKnown;
    private final BitSet inner = new BitSet();
    private final Map<String, CollectionSum> sums = new TreeMap<>();
    private final HeapProgress progress;

    Scan(HeapView view, HeapProgress progress) {
      this.view = view;
      this.progress = progress;
      collections = new CollectionReader(view);
      paths = new PathReader(view.reached());
      isKnown = new boolean[view.graph().classes().size()];
      for (int i = 0; i < isKnown.length; i++) {
        isKnown[i] = collections.knows(view.graph().classes().get(i));
      }
    }

    void findInner() {
      each(
          "looking for collections",
          object -> {
            int inside = collections.inner(object);
            if (inside >= 0) {
              inner.set(inside);
            }
          });
    }

    void readAll() {
      each(
          "reading collections",
          object -> {
            LogicalCollection read = inner.get(object) ? null : collections.read(object);
            if (read != null) {
              sum(object).add(read, paths.holderOf(object));
            }
          });
    }

    private CollectionSum sum(int object) {
      return sums.computeIfAbsent(
          view.classOf(object).name(), name -> new CollectionSum(name, HOLDERS));
    }

    private void each(String phase, java.util.function.IntConsumer action) {
      Ticker ticker = new Ticker(progress, phase, view.graph().objects());
      view.graph()
          .forEach(
              (object, type, shallow, length) -> {
                ticker.at(object);
                if (isKnown[type] && view.tree().isReachable(object)) {
                  action.accept(object);
                }
              });
    }
  }
}
