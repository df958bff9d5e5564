package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.ClassDump;
import io.github.memoryleak.heap.hprof.FieldType;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the classes from their sub-records and from what the scan counted. A class that has
 * instances but no sub-record gets a place without fields.
 */
final class ClassReader {
  private static final String CLASS = "java.lang.Class";

  /** So many instances have a direct neighbour among them. */
  private static final long MANY = 16;

  private static final long MOST_INJECTED = 64;

  private final HprofFile file;
  private final Scan scan;
  private final SizeModel model;
  private final Map<Long, ClassDump> dumps = new LinkedHashMap<>();
  private final Map<Long, @Nullable HeapClass> made = new HashMap<>();
  private final Map<Long, Layout> layouts = new HashMap<>();
  private final Map<Long, List<HeapField>> allFields = new HashMap<>();
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final SystemLoaders loaders = new SystemLoaders();
  private MirrorSizes mirrors;
  private long classClass;

  ClassReader(HprofFile file, Scan scan, SizeModel model) {
    this.file = file;
    this.scan = scan;
    this.model = model;
    mirrors = new MirrorSizes(model, model.header());
  }

  ClassTable read() {
    for (int i = 0; i < scan.classPositions().size(); i++) {
      ClassDump dump = ClassDump.read(file, scan.classPositions().get(i));
      dumps.putIfAbsent(dump.id(), dump);
    }
    for (long id : scan.counts().classIds()) {
      dumps.computeIfAbsent(id, ClassReader::unknown);
    }
    addMissingPrimitiveArrays();
    dumps.keySet().forEach(id -> numbers.put(id, numbers.size()));
    classClass = classClass();
    List<HeapClass> classes = new ArrayList<>();
    for (ClassDump dump : dumps.values()) {
      loaders.look(file, name(dump.id()), dump);
      classes.add(make(dump));
    }
    return new ClassTable(classes, loaders, mirrors);
  }

  /** {@return the id of the class of class objects: the first that has the name, else the first} */
  private long classClass() {
    return dumps.keySet().stream()
        .filter(id -> name(id).equals(CLASS))
        .findFirst()
        .orElseGet(() -> dumps.keySet().stream().findFirst().orElse(0L));
  }

  private static ClassDump unknown(long id) {
    return new ClassDump(id, 0, 0, List.of(), List.of(), List.of());
  }

  /** Ids that no object can have stand for the classes of arrays whose sub-record is missing. */
  private void addMissingPrimitiveArrays() {
    List<String> names = dumps.keySet().stream().map(this::name).toList();
    for (FieldType type : FieldType.values()) {
      if (scan.primitiveArrays(type) > 0 && !names.contains(type.javaName() + "[]")) {
        dumps.put(-1L - type.ordinal(), unknown(-1L - type.ordinal()));
      }
    }
  }

  private String name(long id) {
    if (id < 0 && -1 - id < FieldType.values().length) {
      return FieldType.values()[(int) (-1 - id)].javaName() + "[]";
    }
    return ClassNames.source(file.records().className(id));
  }

  private HeapClass make(ClassDump dump) {
    @Nullable HeapClass known = made.get(dump.id());
    if (known != null) {
      return known;
    }
    made.put(dump.id(), null);
    @Nullable HeapClass parent = parent(dump);
    String name = name(dump.id());
    List<HeapField> own = own(dump, name);
    List<HeapField> all = new ArrayList<>(own);
    if (parent != null) {
      int shift = bytes(own);
      allFields
          .getOrDefault(parent.id(), List.of())
          .forEach(f -> all.add(new HeapField(f.name(), f.type(), f.owner(), f.place() + shift)));
    }
    allFields.put(dump.id(), all);
    HeapClass made =
        new HeapClass(
            numbers.getOrDefault(dump.id(), 0),
            new ClassIdentity(dump.id(), name, dump.loaderId()),
            parent,
            new HeapClass.Parts(all, statics(dump, name)),
            totals(dump, name, layout(dump, name, own, parent)));
    this.made.put(dump.id(), made);
    return made;
  }

  /** {@return the superclass; null when there is none or when it is its own subclass} */
  private @Nullable HeapClass parent(ClassDump dump) {
    ClassDump parent = dumps.get(dump.superId());
    if (parent == null) {
      return null;
    }
    boolean inProgress = made.containsKey(parent.id()) && made.get(parent.id()) == null;
    return inProgress ? null : make(parent);
  }

  private List<HeapField> own(ClassDump dump, String owner) {
    List<HeapField> fields = new ArrayList<>();
    long place = 0;
    for (ClassDump.InstanceField field : dump.fields()) {
      fields.add(new HeapField(string(field.nameId()), field.type(), owner, place));
      place += field.type().bytes(file.idSize());
    }
    return fields;
  }

  private List<HeapField> statics(ClassDump dump, String owner) {
    return dump.statics().stream()
        .map(f -> new HeapField(string(f.nameId()), f.type(), owner, f.value()))
        .toList();
  }

  private String string(long id) {
    return file.records().string(id);
  }

  private int bytes(List<HeapField> fields) {
    return fields.stream().mapToInt(f -> f.type().bytes(file.idSize())).sum();
  }

  private Layout layout(
      ClassDump dump, String name, List<HeapField> own, @Nullable HeapClass parent) {
    Layout base = parent == null ? Layout.empty(model) : layoutOf(parent);
    Layout layout = Injected.layout(base, name, own, file.idSize());
    layouts.put(dump.id(), layout);
    return layout;
  }

  private Layout layoutOf(HeapClass c) {
    Layout layout = layouts.get(c.id());
    return layout == null ? Layout.empty(model) : layout;
  }

  private HeapClass.Totals totals(ClassDump dump, String name, Layout layout) {
    HeapClass.Totals own = instances(dump, name, layout);
    if (dump.id() != classClass) {
      return own;
    }
    if (name.equals(CLASS)) {
      mirrors = new MirrorSizes(model, own.instanceSize());
    }
    long bytes = dumps.values().stream().mapToLong(d -> mirrors.size(statics(d, name))).sum();
    return new HeapClass.Totals(
        own.instances() + dumps.size(), own.instanceSize(), own.bytes() + bytes);
  }

  private HeapClass.Totals instances(ClassDump dump, String name, Layout layout) {
    @Nullable FieldType element = ClassNames.element(name);
    if (element != null && element != FieldType.OBJECT) {
      return new HeapClass.Totals(
          scan.primitiveArrays(element), 0, scan.primitiveArrayBytes(element));
    }
    long instances = scan.counts().instances(dump.id());
    if (element != null) {
      return new HeapClass.Totals(instances, 0, scan.counts().arrayBytes(dump.id()));
    }
    long size = instanceSize(dump.id(), layout.size());
    return new HeapClass.Totals(instances, size, instances * size);
  }

  /** What lies side by side tells the size better than any model of the JVM. */
  private long instanceSize(long classId, long modelled) {
    long gap = scan.counts().leastGap(classId);
    boolean trusted = model.compacted() && scan.counts().instances(classId) >= MANY;
    if (gap < modelled || (trusted && gap <= modelled + MOST_INJECTED)) {
      return gap;
    }
    return modelled;
  }
}
