package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.HprofFile;

/**
 * The tables that the walks fill, each thread at the numbers of its own objects.
 *
 * @param file the dump
 * @param classes its classes
 * @param labelled whether references get labels
 * @param classOf the class of each object
 * @param firstEdge the first edge of each object
 * @param positions where objects lie in the file
 */
record GraphTables(
    HprofFile file,
    ClassTable classes,
    boolean labelled,
    ClassOf classOf,
    int[] firstEdge,
    ObjectPositions positions) {

  static GraphTables of(HprofFile file, ClassTable classes, long instances, boolean labelled) {
    long objects = classes.size() + instances;
    if (objects > Integer.MAX_VALUE - 16) {
      throw new HeapTooLargeException(
          "the heap has " + objects + " objects; more than 2^31 are too many");
    }
    int count = (int) objects;
    return new GraphTables(
        file,
        classes,
        labelled,
        new ClassOf(count, classes.size()),
        new int[count + 1],
        new ObjectPositions((int) instances));
  }

  void begin(int object, int classNumber, int edge) {
    classOf.set(object, classNumber);
    firstEdge[object] = edge;
  }

  /** Moves the edges of some objects. */
  void shift(int from, int to, int by) {
    if (by != 0) {
      for (int i = from; i < to; i++) {
        firstEdge[i] += by;
      }
    }
  }
}
