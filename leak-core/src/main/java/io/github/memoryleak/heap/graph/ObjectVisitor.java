package io.github.memoryleak.heap.graph;

/** Sees objects in the order of their numbers. */
@FunctionalInterface
public interface ObjectVisitor {
  /** The length of what is no array. */
  int NO_ARRAY = -1;

  /**
   * An object.
   *
   * @param object its number
   * @param classNumber the number of its class
   * @param size its shallow size in bytes
   * @param length its elements, or {@link #NO_ARRAY}
   */
  void object(int object, int classNumber, long size, int length);
}
