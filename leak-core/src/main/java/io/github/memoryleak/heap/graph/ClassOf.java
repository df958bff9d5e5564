package io.github.memoryleak.heap.graph;

/** The class of each object, in two bytes where there are not too many classes. */
final class ClassOf {
  private final char[] few;
  private final int[] many;

  ClassOf(int objects, int classes) {
    boolean narrow = classes <= Character.MAX_VALUE + 1;
    few = new char[narrow ? objects : 0];
    many = new int[narrow ? 0 : objects];
  }

  void set(int object, int classNumber) {
    if (many.length == 0) {
      few[object] = (char) classNumber;
    } else {
      many[object] = classNumber;
    }
  }

  /** {@return how many objects there are} */
  int objects() {
    return few.length + many.length;
  }

  int get(int object) {
    return many.length == 0 ? few[object] : many[object];
  }
}
