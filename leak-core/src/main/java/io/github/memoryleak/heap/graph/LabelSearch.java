package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import java.util.List;

/** By what an object holds another one, found in the file, in the order of its references. */
final class LabelSearch {
  private final HeapGraph graph;
  private final int from;
  private final int to;

  LabelSearch(HeapGraph graph, int from, int to) {
    this.graph = graph;
    this.from = from;
    this.to = to;
  }

  int find() {
    boolean isHeld = false;
    References references = graph.references().of(from);
    while (references.next()) {
      isHeld |= references.target() == to;
    }
    if (!isHeld) {
      return Label.OTHER;
    }
    return from < graph.classes().size() ? inClass(graph.classes().get(from)) : inObject();
  }

  private int inClass(HeapClass c) {
    List<HeapField> fields =
        c.staticFields().stream().filter(f -> f.type() == FieldType.OBJECT).toList();
    for (int i = 0; i < fields.size(); i++) {
      if (graph.reader().find(graph.file().id(fields.get(i).place())) == to) {
        return Label.ofField(i) & 0xff;
      }
    }
    return graph.reader().find(c.loaderId()) == to ? Label.LOADER : Label.SUPER;
  }

  private int inObject() {
    HeapClass c = graph.classes().get(graph.classOf(from));
    boolean isOwnClass = to == c.number() && !graph.classes().isSystem(to);
    int label = c.isArray() ? Label.SLOT : field(c);
    if (isOwnClass && (label == Label.OTHER || c.isArray())) {
      return Label.CLASS;
    }
    return label == Label.OTHER && c.isSubclassOf("java.lang.Thread") ? Label.LOCAL : label;
  }

  private int field(HeapClass c) {
    long fields = graph.reader().fields(from);
    int length = graph.file().integer(fields - Integer.BYTES);
    int[] offsets = c.strongOffsets();
    for (int i = 0; i < offsets.length && offsets[i] + graph.file().idSize() <= length; i++) {
      if (graph.reader().find(graph.file().id(fields + offsets[i])) == to) {
        return c.strongLabels()[i] & 0xff;
      }
    }
    return Label.OTHER;
  }
}
