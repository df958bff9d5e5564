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
  private final ReferenceWriter references;
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
    references = tables.writer();
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

  ReferenceWriter references() {
    return references;
  }

  WeakReferences weak() {
    return weak;
  }

  @Override
  void instance(long position, int object, int classNumber, int length) {
    begin(position, object, classNumber);
    references.object(object, most(classNumber));
    HeapClass c = byNumber[classNumber];
    long fields = position + 1 + 2L * idSize + 8;
    int[] offsets = c.strongOffsets();
    byte[] labels = c.strongLabels();
    for (int i = 0; i < offsets.length && offsets[i] + idSize <= length; i++) {
      add(file().id(fields + offsets[i]), labels[i]);
    }
    if (holdsClass[classNumber]) {
      references.add(classNumber, (byte) Label.CLASS);
    }
    if (isThread[classNumber]) {
      locals.of(file().id(position + 1)).forEach(id -> add(id, (byte) Label.LOCAL));
    }
    references.end();
    Strength strength = strengths[classNumber];
    if (strength != null) {
      referent(c, fields, object, strength);
    }
  }

  @Override
  void objectArray(long position, int object, int classNumber, int length) {
    begin(position, object, classNumber);
    references.array(object, length, length + 1);
    long elements = position + 1 + 2L * idSize + 8;
    for (int i = 0; i < length; i++) {
      add(file().id(elements + (long) i * idSize), (byte) Label.SLOT);
    }
    if (holdsClass[classNumber]) {
      references.add(classNumber, (byte) Label.CLASS);
    }
    references.end();
  }

  @Override
  void primitiveArray(long position, int object, FieldType type, int length) {
    begin(position, object, classes().primitiveArray(type));
    references.array(object, length, 0);
    references.end();
  }

  /** Local variables of a thread are without number. */
  private int most(int classNumber) {
    return isThread[classNumber]
        ? Integer.MAX_VALUE
        : byNumber[classNumber].strongOffsets().length + 1;
  }

  private void begin(long position, int object, int classNumber) {
    tables.classOf().set(object, classNumber);
    int place = object - firstPlace;
    if ((place & ObjectPositions.MASK) == 0) {
      tables.positions().set(place, position);
    }
  }

  private void add(long id, byte label) {
    if (id != 0) {
      int target = numbers.of(id);
      if (target >= 0) {
        references.add(target, label);
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
