package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.hprof.SubRecordVisitor;

/** A walk over objects in the order of their numbers that knows the class of each. */
abstract class ObjectWalk implements SubRecordVisitor {
  private final HprofFile file;
  private final ClassTable classes;
  private int number;
  private long lastClassId;
  private int lastClass = -1;

  ObjectWalk(HprofFile file, ClassTable classes, int firstNumber) {
    this.file = file;
    this.classes = classes;
    number = firstNumber;
  }

  final HprofFile file() {
    return file;
  }

  final ClassTable classes() {
    return classes;
  }

  @Override
  public final void instance(long position, long id, long classId, int length) {
    instance(position, number++, classOf(classId), length);
  }

  @Override
  public final void objectArray(long position, long id, long classId, int length) {
    objectArray(position, number++, classOf(classId), length);
  }

  @Override
  public final void primitiveArray(long position, long id, FieldType type, int length) {
    primitiveArray(position, number++, type, length);
  }

  /** Sees an instance; its fields have so many bytes. */
  abstract void instance(long position, int object, int classNumber, int length);

  /** Sees an array of so many references. */
  abstract void objectArray(long position, int object, int classNumber, int length);

  /** Sees an array of so many numbers. */
  abstract void primitiveArray(long position, int object, FieldType type, int length);

  private int classOf(long classId) {
    if (classId != lastClassId || lastClass < 0) {
      lastClass = classes.numberOf(classId);
      lastClassId = classId;
    }
    return lastClass;
  }
}
