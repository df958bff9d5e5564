package io.github.memoryleak.heap.dsl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes objects and roots. */
final class HeapRecords {
  private static final int CLASS_DUMP = 0x20;
  private static final int INSTANCE_DUMP = 0x21;
  private static final int OBJECT_ARRAY_DUMP = 0x22;
  private static final int PRIMITIVE_ARRAY_DUMP = 0x23;
  private static final int STACK = 1;

  private final DumpWriter writer;
  private final Bytes out;

  HeapRecords(DumpWriter writer) {
    this.writer = writer;
    this.out = writer.out();
  }

  void object(DumpObject object) {
    if (object instanceof DumpClass clazz) {
      writer.nested(clazz, CLASS_DUMP, () -> clazz(clazz));
    } else if (object instanceof DumpInstance instance) {
      writer.nested(instance, INSTANCE_DUMP, () -> instance(instance));
    } else if (object instanceof DumpArray array) {
      writer.nested(array, OBJECT_ARRAY_DUMP, () -> array(array));
    } else if (object instanceof DumpPrimitives array) {
      writer.nested(array, PRIMITIVE_ARRAY_DUMP, () -> primitives(array));
    }
  }

  private void clazz(DumpClass clazz) {
    id(clazz).u4(STACK);
    id(clazz.parent());
    id(clazz.loader());
    out.id(0).id(0).id(0).id(0).u4(fieldBytes(clazz)).u2(0);
    out.u2(clazz.statics().size());
    clazz.statics().forEach(this::staticField);
    out.u2(clazz.fields().size());
    for (Field field : clazz.fields()) {
      out.id(writer.nameId(field.name())).u1(field.type().code);
    }
  }

  private void staticField(StaticField field) {
    out.id(writer.nameId(field.name())).u1(field.type().code);
    if (field.type() == Type.OBJECT) {
      id(field.target());
    } else {
      out.value(field.bits(), size(field.type()));
    }
  }

  private void instance(DumpInstance instance) {
    id(instance).u4(STACK);
    id(instance.clazz());
    out.u4(fieldBytes(instance.clazz()));
    DumpClass owner = instance.clazz();
    while (owner != null) {
      for (Field field : owner.fields()) {
        if (field.type() == Type.OBJECT) {
          id(instance.reference(field));
        } else {
          out.value(instance.primitive(field), size(field.type()));
        }
      }
      owner = owner.parent();
    }
  }

  private void array(DumpArray array) {
    id(array).u4(STACK).u4(array.length());
    id(array.clazz());
    for (int i = 0; i < array.length(); i++) {
      id(array.get(i));
    }
  }

  private void primitives(DumpPrimitives array) {
    id(array).u4(STACK).u4(array.length()).u1(array.type().code);
    for (long bits : array.bits()) {
      out.value(bits, size(array.type()));
    }
  }

  void roots(List<DumpClass> classes) {
    List<DumpThread> threads = writer.dump().threads();
    for (int i = 0; i < threads.size(); i++) {
      thread(i + 1, threads.get(i));
    }
    for (Dump.Root root : writer.dump().roots()) {
      root(root.kind(), root.object(), 1, -1);
    }
    for (DumpClass clazz : classes) {
      if (clazz.isSticky()) {
        root(GcRoot.STICKY_CLASS, clazz, 0, -1);
      }
    }
  }

  private void thread(int serial, DumpThread thread) {
    root(GcRoot.THREAD_OBJECT, thread.target(), serial, serial + 1);
    for (int i = 0; i < thread.frames().size(); i++) {
      for (DumpObject local : thread.frames().get(i).locals()) {
        root(GcRoot.JAVA_FRAME, local, serial, i);
      }
    }
    thread.natives().forEach(local -> root(GcRoot.JNI_LOCAL, local, serial, -1));
  }

  private void root(GcRoot kind, @Nullable DumpObject object, int thread, int frame) {
    writer.nested(
        null,
        kind.tag,
        () -> {
          id(object);
          if (kind == GcRoot.JNI_GLOBAL) {
            out.id(0);
          }
          if (kind.hasThread()) {
            out.u4(thread);
          }
          if (kind.hasFrame() || kind == GcRoot.THREAD_OBJECT) {
            out.u4(frame);
          }
        });
  }

  private int fieldBytes(DumpClass clazz) {
    int bytes = 0;
    DumpClass owner = clazz;
    while (owner != null) {
      bytes += owner.fields().stream().mapToInt(field -> size(field.type())).sum();
      owner = owner.parent();
    }
    return bytes;
  }

  private int size(Type type) {
    return type.size(out.idSize());
  }

  private Bytes id(@Nullable DumpObject object) {
    return out.id(writer.address(object));
  }
}
