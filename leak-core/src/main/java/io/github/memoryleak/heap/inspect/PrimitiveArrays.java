package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.hprof.FieldType;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.hprof.Segment;
import io.github.memoryleak.heap.hprof.SubRecordVisitor;

/**
 * Walks over the arrays of primitives in a dump. Objects are counted in the order of the file,
 * which is that of their numbers.
 */
final class PrimitiveArrays implements SubRecordVisitor {
  private final Action action;
  private final int header;
  private int next;

  private PrimitiveArrays(HeapView view, Action action) {
    this.action = action;
    header = 1 + view.file().idSize() + 2 * Integer.BYTES + 1;
    next = view.graph().classes().size();
  }

  /** Sees arrays. */
  @FunctionalInterface
  interface Action {
    /** An array with the position of its first element in the file, and its length in elements. */
    void array(int array, FieldType type, long position, long length);
  }

  static void each(HeapView view, Action action) throws HprofException {
    HprofFile file = view.file();
    PrimitiveArrays walk = new PrimitiveArrays(view, action);
    for (Segment segment : file.records().segments()) {
      file.walk(segment, walk);
    }
  }

  @Override
  public void instance(long position, long id, long classId, int length) {
    next++;
  }

  @Override
  public void objectArray(long position, long id, long classId, int length) {
    next++;
  }

  @Override
  public void primitiveArray(long position, long id, FieldType type, int length) {
    action.array(next++, type, position + header, length);
  }
}
