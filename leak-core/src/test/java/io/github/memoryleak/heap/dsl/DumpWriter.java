package io.github.memoryleak.heap.dsl;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the records of a dump in HotSpot's order: names, classes, stacks, objects, roots. */
final class DumpWriter {
  private static final int UTF8 = 0x01;
  private static final int LOAD_CLASS = 0x02;
  private static final int STACK_FRAME = 0x04;
  private static final int STACK_TRACE = 0x05;
  private static final int HEAP_DUMP = 0x0C;
  private static final int HEAP_DUMP_SEGMENT = 0x1C;
  private static final int HEAP_DUMP_END = 0x2C;
  private static final long FIRST_NAME = 0x4000;
  private static final long TIMESTAMP = 1_800_000_000_000L;

  private final Dump dump;
  private final DumpFormat format;
  private final Bytes out;
  private final List<RecordMark> records = new ArrayList<>();
  private final Map<DumpObject, RecordMark> objects = new IdentityHashMap<>();
  private final Map<String, Long> names = new LinkedHashMap<>();
  private final long[] addresses;
  private int open = -1;

  DumpWriter(Dump dump) {
    this.dump = dump;
    this.format = dump.format();
    this.out = new Bytes(format.idSize());
    this.addresses =
        format.layout().addresses(dump.objects().stream().mapToLong(DumpObject::size).toArray());
  }

  WrittenDump write() {
    out.text("JAVA PROFILE " + format.version()).u1(0).u4(format.idSize()).u8(TIMESTAMP);
    List<DumpClass> classes = classes();
    new Names(dump, classes).all().forEach(this::name);
    for (int i = 0; i < classes.size(); i++) {
      loadClass(i + 1, classes.get(i));
    }
    new StackRecords(this).write(classes);
    HeapRecords heap = new HeapRecords(this);
    if (format.rootsFirst()) {
      heap.roots(classes);
    }
    order().forEach(heap::object);
    if (!format.rootsFirst()) {
      heap.roots(classes);
    }
    endSegment();
    if (format.segment() > 0) {
      record(HEAP_DUMP_END, () -> {});
    }
    return new WrittenDump(out.toArray(), List.copyOf(records), objects, addresses);
  }

  private List<DumpClass> classes() {
    return dump.written().stream()
        .filter(DumpClass.class::isInstance)
        .map(DumpClass.class::cast)
        .toList();
  }

  private List<DumpObject> order() {
    if (!format.classesFirst()) {
      return dump.written();
    }
    Stream<DumpObject> others =
        dump.written().stream().filter(object -> !(object instanceof DumpClass));
    return Stream.concat(classes().stream(), others).toList();
  }

  private void name(String name) {
    long id = FIRST_NAME + 8L * names.size();
    names.put(name, id);
    record(UTF8, () -> out.id(id).text(name));
  }

  private void loadClass(int serial, DumpClass clazz) {
    record(
        LOAD_CLASS,
        () -> out.u4(serial).id(address(clazz)).u4(1).id(nameId(Names.internal(clazz))));
  }

  void stackFrame(long id, DumpFrame frame, int classSerial) {
    record(
        STACK_FRAME,
        () ->
            out.id(id)
                .id(nameId(frame.method()))
                .id(nameId(Names.SIGNATURE))
                .id(nameId(frame.file()))
                .u4(classSerial)
                .u4(frame.line()));
  }

  void stackTrace(int serial, int thread, long[] frames) {
    record(
        STACK_TRACE,
        () -> {
          out.u4(serial).u4(thread).u4(frames.length);
          for (long frame : frames) {
            out.id(frame);
          }
        });
  }

  private void record(int tag, Runnable body) {
    int position = out.size();
    out.u1(tag).u4(0).u4(0);
    body.run();
    out.patchU4(position + 5, out.size() - position - 9);
    records.add(new RecordMark(position, out.size(), tag, false));
  }

  /** Writes a record of the heap, in a new segment when the present one is full. */
  void nested(@Nullable DumpObject object, int tag, Runnable body) {
    if (open >= 0 && format.segment() > 0 && out.size() - open >= format.segment()) {
      endSegment();
    }
    if (open < 0) {
      open = out.size();
      out.u1(format.segment() > 0 ? HEAP_DUMP_SEGMENT : HEAP_DUMP).u4(0).u4(0);
    }
    int position = out.size();
    out.u1(tag);
    body.run();
    RecordMark mark = new RecordMark(position, out.size(), tag, true);
    records.add(mark);
    if (object != null) {
      objects.put(object, mark);
    }
  }

  private void endSegment() {
    if (open < 0) {
      return;
    }
    out.patchU4(open + 5, out.size() - open - 9);
    int start = open;
    int first = records.size();
    while (first > 0 && records.get(first - 1).position() > start) {
      first--;
    }
    int tag = format.segment() > 0 ? HEAP_DUMP_SEGMENT : HEAP_DUMP;
    records.add(first, new RecordMark(start, out.size(), tag, false));
    open = -1;
  }

  Dump dump() {
    return dump;
  }

  Bytes out() {
    return out;
  }

  long nameId(String name) {
    return names.get(name);
  }

  long address(@Nullable DumpObject object) {
    return object == null ? 0 : addresses[object.number()];
  }
}
