package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapField;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.Label;
import io.github.memoryleak.heap.path.ShortestPaths;

/** Objects, and the shortest strong paths to them: what is needed to tell a path. */
record Reached(HeapGraph graph, ShortestPaths paths) {
  /** Whether the object is a {@code java.lang.Class}. */
  boolean isClass(int object) {
    return object < graph.classes().size();
  }

  HeapClass classOf(int object) {
    return graph.classes().get(graph.classOf(object));
  }

  /** The object's class, or {@code class com.acme.Sessions} when it is a class itself. */
  String name(int object) {
    return isClass(object) ? "class " + graph.classes().get(object).name() : classOf(object).name();
  }

  /** The class that declares an object's field; the object's class for what is no field of it. */
  String declaring(int object, String field) {
    HeapField declared = isClass(object) ? null : classOf(object).field(field);
    return declared == null ? name(object) : declared.owner();
  }

  /**
   * The field by which an object's parent on its path holds it. All elements of an array are held
   * alike, so a large one need not be searched for the element.
   */
  String parentField(int object) {
    int parent = paths.parent(object);
    boolean isElement = !isClass(parent) && !isClass(object) && classOf(parent).isArray();
    return graph.labelName(parent, isElement ? Label.SLOT : paths.parentLabel(object));
  }
}
