package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;

/** How many bytes each object has: those of its class or, of an array, of its length. */
final class ObjectSizes {
  private final GraphTables tables;
  private final ReferenceTable references;
  private final SizeModel model;
  private final int classCount;

  /**
   * The bytes of the instances of each class, and the type of its elements where it is an array.
   */
  private final long[] instances;

  private final FieldType[] elements;

  ObjectSizes(GraphTables tables, ReferenceTable references, SizeModel model) {
    this.tables = tables;
    this.references = references;
    this.model = model;
    classCount = tables.classes().size();
    instances = new long[classCount];
    elements = new FieldType[classCount];
    for (HeapClass c : tables.classes().all()) {
      FieldType element = c.element();
      instances[c.number()] = c.instanceSize();
      elements[c.number()] = element == null ? FieldType.OBJECT : element;
    }
  }

  long of(int object) {
    return bytes(
        object, tables.classOf().get(object), references.arrayLength(references.find(object)));
  }

  /** Shows the objects from one number on, up to another one. {@return the latter} */
  int show(int from, int to, ObjectVisitor visitor) {
    long at = from < to ? references.find(from) : 0;
    for (int object = from; object < to; object++) {
      at = references.settled(at);
      int type = tables.classOf().get(object);
      int length = references.arrayLength(at);
      visitor.object(object, type, bytes(object, type, length), length);
      at = references.after(at);
    }
    return to;
  }

  private long bytes(int object, int type, int length) {
    if (object < classCount) {
      return tables.classes().objectSize(object);
    }
    return length == ObjectVisitor.NO_ARRAY
        ? instances[type]
        : model.arraySize(elements[type], length);
  }
}
