package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import java.util.List;

/**
 * The sizes of class objects: an instance of java.lang.Class with the static fields of the class
 * behind it.
 *
 * @param model how large fields are
 * @param base bytes of an instance of java.lang.Class
 */
record MirrorSizes(SizeModel model, long base) {

  /** {@return the bytes of the object of a class with those static fields} */
  long size(List<HeapField> statics) {
    long end = base;
    for (HeapField field : statics) {
      boolean real = !field.name().startsWith("<");
      if (real) {
        end += model.size(field.type());
      }
    }
    return model.align(end);
  }

  /** {@return what the JVM adds to java.lang.Class beside the fields that the dump shows} */
  static long injected(SizeModel model) {
    return 2L * model.size(FieldType.LONG)
        + 2L * model.size(FieldType.INT)
        + 3L * model.reference();
  }
}
