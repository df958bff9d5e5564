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
 * @param firstNumbers the number of the first object of each segment, and that behind the last
 */
record GraphTables(
    HprofFile file,
    ClassTable classes,
    boolean labelled,
    ClassOf classOf,
    int[] firstEdge,
    ObjectPositions positions,
    int[] firstNumbers) {

  static GraphTables of(HprofFile file, ClassTable classes, Scan scan, boolean labelled) {
    long objects = classes.size() + scan.objects();
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
        new ObjectPositions((int) scan.objects()),
        firstNumbers(classes.size(), scan.segmentObjects()));
  }

  private static int[] firstNumbers(int classCount, LongList segmentObjects) {
    int[] numbers = new int[segmentObjects.size() + 1];
    numbers[0] = classCount;
    for (int i = 1; i < numbers.length; i++) {
      numbers[i] = numbers[i - 1] + (int) segmentObjects.get(i - 1);
    }
    return numbers;
  }

  int firstNumber(int segment) {
    return firstNumbers[segment];
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
