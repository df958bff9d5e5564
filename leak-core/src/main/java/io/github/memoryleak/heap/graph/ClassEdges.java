package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import java.util.List;

/** The references of class objects: static fields, loader and superclass. */
final class ClassEdges {
  private final GraphTables tables;
  private final Numbers numbers;
  private final Edges edges;

  private ClassEdges(GraphTables tables, Numbers numbers) {
    this.tables = tables;
    this.numbers = numbers;
    edges = new Edges(tables.labelled());
  }

  static Edges of(GraphTables tables, Numbers numbers) {
    ClassEdges walk = new ClassEdges(tables, numbers);
    for (HeapClass c : tables.classes().all()) {
      walk.add(c);
    }
    return walk.edges;
  }

  private void add(HeapClass c) {
    tables.begin(c.number(), tables.classes().classClass(), edges.size());
    List<HeapField> references =
        c.staticFields().stream().filter(f -> f.type() == FieldType.OBJECT).toList();
    for (int i = 0; i < references.size(); i++) {
      add(tables.file().id(references.get(i).place()), Label.ofField(i));
    }
    add(c.loaderId(), (byte) Label.LOADER);
    HeapClass parent = c.superclass();
    if (parent != null) {
      edges.add(parent.number(), (byte) Label.SUPER);
    }
  }

  private void add(long id, byte label) {
    int target = id == 0 ? Numbers.NOT_FOUND : numbers.of(id);
    if (target >= 0) {
      edges.add(target, label);
    }
  }
}
