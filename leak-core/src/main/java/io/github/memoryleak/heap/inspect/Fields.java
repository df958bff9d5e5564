package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.ObjectReader;
import org.jspecify.annotations.Nullable;

/** Reads fields that another version of the JDK, or a damaged dump, may not have. */
final class Fields {
  private final HeapGraph graph;
  private final ObjectReader reader;
  private long nodesLeft;

  Fields(HeapGraph graph) {
    this.graph = graph;
    reader = graph.reader();
    nodesLeft = 4L * graph.objects();
  }

  /** The object that a field refers to, or -1. */
  int reference(int object, String field) {
    return object < 0 ? -1 : reader.reference(object, field);
  }

  boolean has(int object, String field) {
    return object >= 0 && reader.has(object, field);
  }

  /** The value of a primitive field, or -1. */
  long value(int object, String field) {
    return has(object, field) ? reader.primitive(object, field) : -1;
  }

  /** The value of a field with a {@code String}, or null. */
  @Nullable String text(int object, String field) {
    int string = reference(object, field);
    return string < 0 ? null : reader.string(string);
  }

  /** The length of an array, or -1. */
  int length(int array) {
    return array < 0 ? -1 : reader.length(array);
  }

  /** The length of an array of references, or -1. */
  int slots(int array) {
    return array < 0 || isPrimitive(array) ? -1 : reader.length(array);
  }

  private boolean isPrimitive(int array) {
    return graph.classes().get(graph.classOf(array)).isPrimitiveArray();
  }

  int element(int array, int index) {
    return reader.element(array, index);
  }

  String className(int object) {
    return graph.classes().get(graph.classOf(object)).name();
  }

  /**
   * Whether one more node of a chain may be read. Sound dumps never use this up; in a damaged one a
   * chain may have no end.
   */
  boolean mayFollow() {
    return nodesLeft-- > 0;
  }
}
