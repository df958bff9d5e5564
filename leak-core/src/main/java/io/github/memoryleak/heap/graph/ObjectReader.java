package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads single objects from the file, weak references and nulls included; safe for threads. */
public final class ObjectReader {
  private static final int NONE = -1;

  /** Tags of sub-records. In a damaged dump the class of an object may say something else. */
  private static final int OBJECT_ARRAY = 0x22;

  private static final int PRIMITIVE_ARRAY = 0x23;

  private final HeapGraph graph;
  private final HprofFile file;
  private final int idSize;
  private final Strings strings = new Strings(this);

  ObjectReader(HeapGraph graph) {
    this.graph = graph;
    file = graph.file();
    idSize = file.idSize();
  }

  /**
   * {@return the address of an object in the JVM that was dumped}
   *
   * @param object its number
   */
  public long address(int object) {
    return isClass(object) ? graph.classes().get(object).id() : file.id(position(object) + 1);
  }

  /**
   * {@return the object at an address, or -1}
   *
   * @param address as from {@link #address}
   */
  public int find(long address) {
    return address == 0 ? NONE : graph.numbers().of(address);
  }

  /**
   * {@return whether instances have a field of this name, inherited ones included}
   *
   * @param object its number
   * @param field the name
   */
  public boolean has(int object, String field) {
    return field(object, field) != null;
  }

  /**
   * {@return the object that a field refers to; -1 for null, or where there is no such field}
   *
   * @param object its number
   * @param field the name, as in {@link HeapClass#field}
   */
  public int reference(int object, String field) {
    HeapField found = field(object, field);
    return found == null || found.type() != FieldType.OBJECT ? NONE : reference(object, found);
  }

  /**
   * {@return the object that a field refers to; -1 for null}
   *
   * @param object its number
   * @param field a field of references of the object's class, which may be hidden by another
   */
  public int reference(int object, HeapField field) {
    return find(file.id(fields(object) + field.place()));
  }

  /**
   * {@return the value of a field of a primitive type; of float and double the bits}
   *
   * @param object its number
   * @param field the name
   * @throws NoSuchElementException when there is no such field
   */
  public long primitive(int object, String field) {
    HeapField found = field(object, field);
    if (found == null || found.type() == FieldType.OBJECT) {
      throw new NoSuchElementException(
          graph.classes().get(graph.classOf(object)).name() + " has no primitive field " + field);
    }
    return primitive(object, found);
  }

  /**
   * {@return the value of a field of a primitive type; of float and double the bits}
   *
   * @param object its number
   * @param field a field of numbers of the object's class, which may be hidden by another
   */
  public long primitive(int object, HeapField field) {
    return value(field.type(), fields(object) + field.place());
  }

  /**
   * {@return the value of a static field of a primitive type; of float and double the bits}
   *
   * @param field one of a class's static fields
   */
  public long primitive(HeapField field) {
    return value(field.type(), field.place());
  }

  /**
   * {@return the object that a static field refers to, or -1}
   *
   * @param classNumber the number of the class
   * @param field the name
   */
  public int staticReference(int classNumber, String field) {
    return graph.classes().get(classNumber).staticFields().stream()
        .filter(f -> f.name().equals(field) && f.type() == FieldType.OBJECT)
        .findFirst()
        .map(f -> find(file.id(f.place())))
        .orElse(NONE);
  }

  /**
   * {@return how many elements an array has; -1 for anything else}
   *
   * @param object its number
   */
  public int length(int object) {
    return isArray(object) ? file.integer(position(object) + 1 + idSize + 4) : NONE;
  }

  /**
   * {@return an element of an array of references; -1 for null}
   *
   * @param array its number
   * @param index 0 to its length - 1
   */
  public int element(int array, int index) {
    return find(file.id(elements(array) + (long) index * idSize));
  }

  /**
   * {@return how many elements of an array of references are not null}
   *
   * @param array its number
   */
  public int taken(int array) {
    long first = elements(array);
    int length = length(array);
    int taken = 0;
    for (int i = 0; i < length; i++) {
      taken += file.id(first + (long) i * idSize) == 0 ? 0 : 1;
    }
    return taken;
  }

  private long elements(int array) {
    return position(array) + 1 + 2L * idSize + 8;
  }

  /**
   * {@return the first bytes of an array of numbers, big-endian}
   *
   * @param array its number
   * @param limit the most bytes
   */
  public byte[] bytes(int array, int limit) {
    HeapClass c = graph.classes().get(graph.classOf(array));
    FieldType element = c.element();
    if (element == null || element == FieldType.OBJECT || tag(array) != PRIMITIVE_ARRAY) {
      return new byte[0];
    }
    long start = position(array);
    long length = (long) file.integer(start + 1 + idSize + 4) * element.bytes(idSize);
    long first = start + 1 + idSize + 9;
    return file.bytes(first, (int) Math.min(Math.min(limit, length), file.size() - first));
  }

  /**
   * {@return the text of a java.lang.String; null for anything else}
   *
   * @param object its number
   */
  public @Nullable String string(int object) {
    return object < 0 || !graph.classes().get(graph.classOf(object)).name().equals(Strings.CLASS)
        ? null
        : strings.text(object);
  }

  private boolean isClass(int object) {
    return object < graph.classes().size();
  }

  private boolean isArray(int object) {
    int tag = tag(object);
    return tag == OBJECT_ARRAY || tag == PRIMITIVE_ARRAY;
  }

  private int tag(int object) {
    return isClass(object) ? NONE : file.unsignedByte(position(object));
  }

  private long position(int object) {
    return graph.positions().of(file, object - graph.classes().size());
  }

  /** {@return the position of the fields of an instance} */
  long fields(int object) {
    return position(object) + 1 + 2L * idSize + 8;
  }

  private @Nullable HeapField field(int object, String name) {
    return isClass(object) ? null : graph.classes().get(graph.classOf(object)).field(name);
  }

  private long value(FieldType type, long position) {
    return switch (type) {
      case BOOLEAN, BYTE -> (byte) file.unsignedByte(position);
      case CHAR -> file.unsignedShort(position);
      case SHORT -> (short) file.unsignedShort(position);
      case INT, FLOAT -> file.integer(position);
      case LONG, DOUBLE, OBJECT -> file.longInteger(position);
    };
  }
}
