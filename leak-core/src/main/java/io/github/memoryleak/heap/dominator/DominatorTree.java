package io.github.memoryleak.heap.dominator;

import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.hprof.HeapProgress;

/**
 * The dominator tree of a heap over strong references, with retained sizes: the bytes that would be
 * freed with an object.
 *
 * <p>See {@link SemiNca} for the algorithm.
 */
public final class DominatorTree {
  /** The dominator of an object that is held by a root, or by several ways. */
  public static final int ROOT = -1;

  /** The dominator of an object that is not strongly reachable. */
  public static final int UNREACHABLE = -2;

  private final int[] numbers;
  private final int[] objects;
  private final int[] dominators;
  private final int count;

  /** By number; shallow sizes until they are added up. */
  private final ByteSums retained;

  private long reachableSize;

  private DominatorTree(DepthFirst tree, int[] dominators, int[] objects, ByteSums sizes) {
    numbers = tree.number;
    count = tree.count;
    this.dominators = dominators;
    this.objects = objects;
    retained = sizes;
  }

  /**
   * Finds all dominators and retained sizes.
   *
   * @param graph the heap
   * @param progress hears of the three steps
   * @return the tree
   */
  public static DominatorTree of(HeapGraph graph, HeapProgress progress) {
    progress.at("finding dominators", 0, 3);
    DepthFirst tree = new DepthFirst(graph).run();
    progress.at("finding dominators", 1, 3);
    int[] dominators = SemiNca.dominators(tree);
    progress.at("finding dominators", 2, 3);
    int[] objects = tree.back.reused();
    tree.objects(objects);
    DominatorTree found = new DominatorTree(tree, dominators, objects, sizes(graph, tree));
    found.addUp();
    progress.at("finding dominators", 3, 3);
    return found;
  }

  private static ByteSums sizes(HeapGraph graph, DepthFirst tree) {
    long total = graph.classes().all().stream().mapToLong(HeapClass::bytes).sum();
    ByteSums sizes = ByteSums.of(tree.count, total);
    int[] numbers = tree.number;
    graph.forEachConcurrently(
        (object, classNumber, size, length) -> {
          if (numbers[object] != DepthFirst.UNREACHED) {
            sizes.set(numbers[object], size);
          }
        });
    return sizes;
  }

  /** A child has a larger number than its dominator, so one pass downwards adds everything up. */
  private void addUp() {
    for (int number = count - 1; number > 0; number--) {
      if (dominators[number] == 0) {
        reachableSize += retained.get(number);
      } else {
        retained.add(dominators[number], number);
      }
    }
  }

  /**
   * {@return the number of the immediate dominator, {@link #ROOT} or {@link #UNREACHABLE}}
   *
   * @param object its number
   */
  public int dominator(int object) {
    int number = numbers[object];
    if (number == DepthFirst.UNREACHED) {
      return UNREACHABLE;
    }
    int dominator = dominators[number];
    return dominator == 0 ? ROOT : objects[dominator];
  }

  /**
   * {@return whether the object is strongly reachable, and no other object dominates it}
   *
   * @param object its number
   */
  public boolean isOnTop(int object) {
    return isReachable(object) && dominators[numbers[object]] == 0;
  }

  /**
   * {@return whether the object is strongly reachable}
   *
   * @param object its number
   */
  public boolean isReachable(int object) {
    return numbers[object] != DepthFirst.UNREACHED;
  }

  /**
   * {@return the bytes that would be freed with the object, its own included; 0 when it is not
   * strongly reachable}
   *
   * @param object its number
   */
  public long retainedSize(int object) {
    return isReachable(object) ? retained.get(numbers[object]) : 0;
  }

  /** {@return the bytes of all strongly reachable objects} */
  public long reachableSize() {
    return reachableSize;
  }

  /** {@return how many objects are strongly reachable} */
  public int reachableObjects() {
    return count - 1;
  }

  /**
   * {@return a reachable object; each dominator comes before what it dominates}
   *
   * @param order 0 to {@link #reachableObjects()} - 1
   */
  public int inOrder(int order) {
    return objects[order + 1];
  }
}
