package io.github.memoryleak.heap.redact;

import io.github.memoryleak.heap.hprof.ClassDump;
import io.github.memoryleak.heap.hprof.FieldType;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.hprof.Segment;
import io.github.memoryleak.heap.hprof.SubRecordVisitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What classes tell: where their instances have primitive values, and which symbols are names. */
final class Layouts {
  private final int idSize;
  private final Map<Long, ClassDump> classes = new HashMap<>();
  private final Map<Long, Layout> layouts = new HashMap<>();
  private final Set<Long> names = new HashSet<>();

  private Layouts(int idSize) {
    this.idSize = idSize;
  }

  /**
   * From the first to behind the last byte of each run of primitive values, one after the other.
   */
  private record Layout(int length, int[] ranges) {}

  static Layouts of(HprofFile file, HeapProgress progress) throws IOException {
    Layouts layouts = new Layouts(file.idSize());
    Records.walk(file, layouts.new Parts(file, progress));
    return layouts;
  }

  /** Whether a symbol is the name of a class, a field, a method or a source file. */
  boolean isName(long symbol) {
    return names.contains(symbol);
  }

  /** The ranges within the fields of an instance; all of it when its class is not known. */
  int[] primitives(long classId, int length) {
    Layout layout = layouts.computeIfAbsent(classId, this::layout);
    return layout.length == length ? layout.ranges : new int[] {0, length};
  }

  private Layout layout(long classId) {
    List<Integer> ranges = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    int at = 0;
    long id = classId;
    while (id != 0) {
      ClassDump dump = classes.get(id);
      if (dump == null || !seen.add(id)) {
        return new Layout(-1, new int[0]);
      }
      for (ClassDump.InstanceField field : dump.fields()) {
        int end = at + field.type().bytes(idSize);
        if (field.type() != FieldType.OBJECT) {
          add(ranges, at, end);
        }
        at = end;
      }
      id = dump.superId();
    }
    return new Layout(at, ranges.stream().mapToInt(Integer::intValue).toArray());
  }

  private static void add(List<Integer> ranges, int from, int to) {
    int last = ranges.size() - 1;
    if (last >= 0 && ranges.get(last) == from) {
      ranges.set(last, to);
    } else {
      ranges.add(from);
      ranges.add(to);
    }
  }

  /** Notes the names of classes, methods and source files. */
  private final class Parts implements Records.Visitor {
    private final HprofFile file;
    private final HeapProgress progress;

    Parts(HprofFile file, HeapProgress progress) {
      this.file = file;
      this.progress = progress;
    }

    @Override
    public void record(int tag, long body, long end) {
      if (tag == Records.LOAD_CLASS && end - body >= 8 + 2L * idSize) {
        names.add(file.id(body + 8 + idSize));
      } else if (tag == Records.STACK_FRAME && end - body >= 4L * idSize) {
        for (int i = 1; i <= 3; i++) {
          names.add(file.id(body + (long) i * idSize));
        }
      }
    }

    @Override
    public void objects(Segment segment) throws IOException {
      progress.at("reading classes", segment.start(), file.size());
      file.walk(segment, new Classes(file));
    }
  }

  /** Notes the classes and the names of their fields. */
  private final class Classes implements SubRecordVisitor {
    private final HprofFile file;

    Classes(HprofFile file) {
      this.file = file;
    }

    @Override
    public void classDump(long position, long id) {
      ClassDump dump = ClassDump.read(file, position);
      classes.putIfAbsent(id, dump);
      dump.statics().forEach(field -> names.add(field.nameId()));
      dump.fields().forEach(field -> names.add(field.nameId()));
    }

    @Override
    public void instance(long position, long id, long classId, int length) {}

    @Override
    public void objectArray(long position, long id, long classId, int length) {}

    @Override
    public void primitiveArray(long position, long id, FieldType type, int length) {}
  }
}
