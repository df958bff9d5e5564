package io.github.memoryleak.heap.dsl;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Places fields as HotSpot does since JDK 15: large ones first, gaps of superclasses filled. */
final class FieldLayout {
  private final BitSet used = new BitSet();
  private final ObjectModel model;

  private FieldLayout(ObjectModel model) {
    this.model = model;
    used.set(0, model.header());
  }

  /** {@return the offset after the last field of an instance} */
  static int end(DumpClass clazz, ObjectModel model) {
    FieldLayout layout = new FieldLayout(model);
    layout.place(clazz);
    return layout.used.length();
  }

  private void place(DumpClass clazz) {
    DumpClass parent = clazz.parent();
    if (parent != null) {
      place(parent);
    }
    List<Field> fields =
        clazz.fields().stream()
            .sorted(
                Comparator.comparing((Field f) -> f.type() == Type.OBJECT)
                    .thenComparing(this::smallness))
            .toList();
    fields.forEach(field -> place(field.type().size(model.reference())));
  }

  private int smallness(Field field) {
    return -field.type().size(model.reference());
  }

  private void place(int size) {
    int at = 0;
    while (!isFree(at, size)) {
      at += size;
    }
    used.set(at, at + size);
  }

  private boolean isFree(int at, int size) {
    int next = used.nextSetBit(at);
    return next < 0 || next >= at + size;
  }
}
