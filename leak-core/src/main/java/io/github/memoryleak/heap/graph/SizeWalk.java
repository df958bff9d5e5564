package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;

/** Shows the size of each object to a visitor. */
final class SizeWalk extends ObjectWalk {
  private final SizeModel model;
  private final ObjectVisitor visitor;
  private final long[] sizes;

  SizeWalk(HeapGraph graph, SizeModel model, ObjectVisitor visitor, int firstNumber) {
    super(graph.file(), graph.classes(), firstNumber);
    this.model = model;
    this.visitor = visitor;
    sizes = graph.classes().all().stream().mapToLong(HeapClass::instanceSize).toArray();
  }

  @Override
  void instance(long position, int object, int classNumber, int length) {
    visitor.object(object, classNumber, sizes[classNumber], ObjectVisitor.NO_ARRAY);
  }

  @Override
  void objectArray(long position, int object, int classNumber, int length) {
    visitor.object(object, classNumber, model.arraySize(FieldType.OBJECT, length), length);
  }

  @Override
  void primitiveArray(long position, int object, FieldType type, int length) {
    visitor.object(object, classes().primitiveArray(type), model.arraySize(type, length), length);
  }
}
