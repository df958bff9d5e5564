package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.HprofFile;

/**
 * The tables that the walks fill, each thread at the numbers of its own objects.
 *
 * @param file the dump
 * @param classes its classes
 * @param labelled whether references get labels
 * @param classOf the class of each object
 * @param starts where the references of every fourth object are
 * @param positions where objects lie in the file
 * @param firstNumbers the number of the first object of each segment, and that behind the last
 */
record GraphTables(
    HprofFile file,
    ClassTable classes,
    boolean labelled,
    ClassOf classOf,
    int[] starts,
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
        ReferenceTable.starts(count),
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

  /**
   * {@return by what an array holds an object}
   *
   * @param array the number of the array
   * @param target the number of the object
   */
  int elementLabel(int array, int target) {
    boolean isOwnClass = target == classOf.get(array) && !classes.isSystem(target);
    return isOwnClass ? Label.CLASS : Label.SLOT;
  }

  /** {@return a writer for the references of some objects} */
  ReferenceWriter writer() {
    return new ReferenceWriter(starts, classes.size(), labelled);
  }
}
