package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import org.jspecify.annotations.Nullable;

/** The second walk over a part of a dump: the class and the references of each object. */
final class EdgeWalk extends ObjectWalk {
  private final GraphTables tables;
  private final Numbers numbers;
  private final ThreadLocals locals;
  private final int idSize;
  private final int firstPlace;
  private final Edges edges;
  private final WeakReferences weak = new WeakReferences();
  private final @Nullable Strength[] strengths;
  private final HeapClass[] byNumber;
  private final boolean[] holdsClass;
  private final boolean[] isThread;

  EdgeWalk(GraphTables tables, Numbers numbers, ThreadLocals locals, int firstNumber) {
    super(tables.file(), tables.classes(), firstNumber);
    this.tables = tables;
    this.numbers = numbers;
    this.locals = locals;
    idSize = tables.file().idSize();
    firstPlace = tables.classes().size();
    edges = new Edges(tables.labelled());
    int classCount = classes().size();
    byNumber = classes().all().toArray(HeapClass[]::new);
    strengths = new @Nullable Strength[classCount];
    holdsClass = new boolean[classCount];
    isThread = new boolean[classCount];
    for (HeapClass c : byNumber) {
      strengths[c.number()] = Strength.of(c);
      holdsClass[c.number()] = !classes().isSystem(c.number());
      isThread[c.number()] = c.isSubclassOf("java.lang.Thread");
    }
  }

  Edges edges() {
    return edges;
  }

  WeakReferences weak() {
    return weak;
  }

  @Override
  void instance(long position, int object, int classNumber, int length) {
    begin(position, object, classNumber);
    HeapClass c = byNumber[classNumber];
    long fields = position + 1 + 2L * idSize + 8;
    int[] offsets = c.strongOffsets();
    byte[] labels = c.strongLabels();
    for (int i = 0; i < offsets.length && offsets[i] + idSize <= length; i++) {
      add(file().id(fields + offsets[i]), labels[i]);
    }
    if (holdsClass[classNumber]) {
      edges.add(classNumber, (byte) Label.CLASS);
    }
    if (isThread[classNumber]) {
      locals.of(file().id(position + 1)).forEach(id -> add(id, (byte) Label.LOCAL));
    }
    Strength strength = strengths[classNumber];
    if (strength != null) {
      referent(c, fields, object, strength);
    }
  }

  @Override
  void objectArray(long position, int object, int classNumber, int length) {
    begin(position, object, classNumber);
    long elements = position + 1 + 2L * idSize + 8;
    for (int i = 0; i < length; i++) {
      add(file().id(elements + (long) i * idSize), (byte) Label.SLOT);
    }
    if (holdsClass[classNumber]) {
      edges.add(classNumber, (byte) Label.CLASS);
    }
  }

  @Override
  void primitiveArray(long position, int object, FieldType type, int length) {
    begin(position, object, classes().primitiveArray(type));
  }

  private void begin(long position, int object, int classNumber) {
    tables.begin(object, classNumber, edges.size());
    int place = object - firstPlace;
    if ((place & ObjectPositions.MASK) == 0) {
      tables.positions().set(place, position);
    }
  }

  private void add(long id, byte label) {
    if (id != 0) {
      int target = numbers.of(id);
      if (target >= 0) {
        edges.add(target, label);
      }
    }
  }

  private void referent(HeapClass c, long fields, int object, Strength strength) {
    for (HeapField field : c.referenceFields()) {
      if (field.name().equals("referent") && field.owner().equals("java.lang.ref.Reference")) {
        long id = file().id(fields + field.place());
        int referent = id == 0 ? Numbers.NOT_FOUND : numbers.of(id);
        if (referent >= 0) {
          weak.add(object, referent, strength);
        }
      }
    }
  }
}
