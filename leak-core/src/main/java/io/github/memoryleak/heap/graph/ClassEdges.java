package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import java.util.List;

/** The references of class objects: static fields, loader and superclass. */
final class ClassEdges {
  private final GraphTables tables;
  private final Numbers numbers;
  private final ReferenceWriter references;

  private ClassEdges(GraphTables tables, Numbers numbers) {
    this.tables = tables;
    this.numbers = numbers;
    references = tables.writer();
  }

  static ReferenceWriter of(GraphTables tables, Numbers numbers) {
    ClassEdges walk = new ClassEdges(tables, numbers);
    for (HeapClass c : tables.classes().all()) {
      walk.add(c);
    }
    return walk.references;
  }

  private void add(HeapClass c) {
    tables.classOf().set(c.number(), tables.classes().classClass());
    List<HeapField> fields =
        c.staticFields().stream().filter(f -> f.type() == FieldType.OBJECT).toList();
    references.object(c.number(), fields.size() + 2);
    for (int i = 0; i < fields.size(); i++) {
      add(tables.file().id(fields.get(i).place()), Label.ofField(i));
    }
    add(c.loaderId(), (byte) Label.LOADER);
    HeapClass parent = c.superclass();
    if (parent != null) {
      references.add(parent.number(), (byte) Label.SUPER);
    }
    references.end();
  }

  private void add(long id, byte label) {
    int target = id == 0 ? Numbers.NOT_FOUND : numbers.of(id);
    if (target >= 0) {
      references.add(target, label);
    }
  }
}
