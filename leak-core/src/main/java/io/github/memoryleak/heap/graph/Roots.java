package io.github.memoryleak.heap.graph;

/**
 * What keeps objects alive from outside the heap. Local variables of a thread are not roots here,
 * but references of the thread.
 */
public final class Roots {
  private final int[] objects;
  private final RootKind[] kinds;
  private final int[] threads;

  Roots(int[] objects, RootKind[] kinds, int[] threads) {
    this.objects = objects;
    this.kinds = kinds;
    this.threads = threads;
  }

  /** {@return how many roots there are; an object can be a root more than once} */
  public int count() {
    return objects.length;
  }

  /**
   * {@return the number of the object}
   *
   * @param i 0 to {@link #count()} - 1
   */
  public int object(int i) {
    return objects[i];
  }

  /**
   * {@return why it is a root}
   *
   * @param i 0 to {@link #count()} - 1
   */
  public RootKind kind(int i) {
    return kinds[i];
  }

  /**
   * {@return the serial number of the thread that makes it a root, or 0}
   *
   * @param i 0 to {@link #count()} - 1
   */
  public int threadSerial(int i) {
    return threads[i];
  }
}
