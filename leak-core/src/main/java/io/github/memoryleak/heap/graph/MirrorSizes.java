package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import java.util.List;

/**
 * The sizes of class objects: an instance of java.lang.Class with the static fields of the class
 * behind it, references first, then the widest; what the dump adds in angle brackets is no field.
 *
 * @param model how large fields are
 * @param base bytes of an instance of java.lang.Class
 */
record MirrorSizes(SizeModel model, long base) {

  /** {@return the bytes of the object of a class with those static fields} */
  long size(List<HeapField> statics) {
    long references = 0;
    long others = 0;
    int widest = 1;
    for (HeapField field : statics) {
      int size = model.size(field.type());
      if (field.name().startsWith("<")) {
        continue;
      }
      if (field.type() == FieldType.OBJECT) {
        references += size;
      } else {
        others += size;
        widest = Math.max(widest, size);
      }
    }
    return model.align((base + references + widest - 1 & -widest) + others);
  }
}
