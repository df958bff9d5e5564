package io.github.memoryleak.heap.dsl;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A heap to be dumped. Code that uses it reads like the heap it makes:
 *
 * <pre>{@code
 * Dump dump = Dump.create();
 * DumpClass session = dump.clazz("com.acme.Session").field("cart", Type.OBJECT);
 * DumpInstance first = dump.instance(session).set("cart", dump.jdk().arrayList());
 * dump.clazz("com.acme.Sessions").staticField("LAST", first);
 * dump.write().writeTo(file);
 * }</pre>
 */
public final class Dump {
  private final DumpFormat format;
  private final List<DumpObject> objects = new ArrayList<>();
  private final Map<DumpClass, DumpClass> arrayClasses = new HashMap<>();
  private final Map<Type, DumpClass> primitiveArrays = new EnumMap<>(Type.class);
  private final List<Root> roots = new ArrayList<>();
  private final List<DumpThread> threads = new ArrayList<>();
  private final Set<DumpObject> omitted = new HashSet<>();
  private final DumpClass objectClass;
  private final DumpClass classClass;
  private @Nullable Jdk jdk;

  /** A root other than a thread, a local variable or a boot class. */
  record Root(GcRoot kind, DumpObject object) {}

  /**
   * What a class histogram says of a class.
   *
   * @param instances how many
   * @param bytes their size, as the JVM counts
   */
  public record Total(long instances, long bytes) {}

  private Dump(DumpFormat format) {
    this.format = format;
    this.objectClass = new DumpClass(this, "java.lang.Object", null);
    this.classClass = clazz("java.lang.Class");
  }

  /** {@return a dump as HotSpot 17 with a small heap writes it} */
  public static Dump create() {
    return create(DumpFormat.HOTSPOT);
  }

  /** {@return a dump in that format, with {@code java.lang.Object} and {@code java.lang.Class}} */
  public static Dump create(DumpFormat format) {
    return new Dump(format);
  }

  /** {@return the format} */
  public DumpFormat format() {
    return format;
  }

  /** {@return makes objects of the JDK's classes, as JDK 17 has them} */
  public Jdk jdk() {
    if (jdk == null) {
      jdk = new Jdk(this, 17);
    }
    return jdk;
  }

  /** {@return makes objects of the JDK's classes as that release has them; ask before others} */
  public Jdk jdk(int release) {
    if (jdk == null) {
      jdk = new Jdk(this, release);
    }
    return jdk;
  }

  /** {@return a new class, named as in source code ({@code java.util.Map$Entry})} */
  public DumpClass clazz(String name) {
    return new DumpClass(this, name, objectClass);
  }

  /** {@return {@code java.lang.Object}} */
  public DumpClass objectClass() {
    return objectClass;
  }

  /** {@return {@code java.lang.Class}} */
  public DumpClass classClass() {
    return classClass;
  }

  /** {@return a new instance} */
  public DumpInstance instance(DumpClass clazz) {
    return new DumpInstance(this, clazz);
  }

  /** {@return a new array of that class with null elements} */
  public DumpArray array(DumpClass element, int length) {
    return new DumpArray(this, arrayClass(element), length);
  }

  /** {@return a new array of that class with those elements} */
  public DumpArray arrayOf(DumpClass element, @Nullable DumpObject... elements) {
    DumpArray array = array(element, elements.length);
    for (int i = 0; i < elements.length; i++) {
      array.set(i, elements[i]);
    }
    return array;
  }

  /** {@return a new {@code byte[]}} */
  public DumpPrimitives bytes(byte... values) {
    long[] bits = new long[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = values[i];
    }
    return primitives(Type.BYTE, bits);
  }

  /** {@return a new {@code char[]}} */
  public DumpPrimitives chars(String text) {
    return primitives(Type.CHAR, text.chars().asLongStream().toArray());
  }

  /** {@return a new {@code int[]}} */
  public DumpPrimitives ints(int... values) {
    long[] bits = new long[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = values[i];
    }
    return primitives(Type.INT, bits);
  }

  /** {@return a new array of primitives, of their bits; {@code new long[n]} for zeros} */
  public DumpPrimitives primitives(Type type, long... bits) {
    primitiveArrayClass(type);
    return new DumpPrimitives(this, type, bits);
  }

  /** {@return an object that the dump refers to but does not have} */
  public DumpObject missing() {
    return new DumpMissing(this);
  }

  /** Leaves an object out of the file; references to it stay. */
  public Dump omit(DumpObject object) {
    omitted.add(object);
    return this;
  }

  /** Makes an object a root; for threads, frames and boot classes there are other ways. */
  public Dump root(GcRoot kind, DumpObject object) {
    roots.add(new Root(kind, object));
    return this;
  }

  /** {@return a live thread, for its stack} */
  public DumpThread thread(@Nullable DumpObject threadObject) {
    DumpThread thread = new DumpThread(threadObject);
    threads.add(thread);
    return thread;
  }

  /** {@return the class of arrays of that class} */
  public DumpClass arrayClass(DumpClass element) {
    String name =
        element.name().startsWith("[") ? "[" + element.name() : "[L" + element.name() + ";";
    return arrayClasses.computeIfAbsent(
        element,
        key -> {
          DumpClass array = clazz(name);
          DumpObject loader = element.loader();
          return loader == null ? array : array.loadedBy(loader);
        });
  }

  /** {@return the class of arrays of that primitive} */
  public DumpClass primitiveArrayClass(Type type) {
    return primitiveArrays.computeIfAbsent(type, key -> clazz("[" + key.descriptor));
  }

  /** {@return instances and bytes of all classes that have instances, by name} */
  public Map<String, Total> histogram() {
    Map<String, Total> totals = new TreeMap<>();
    for (DumpObject object : written()) {
      totals.merge(
          object.clazz().name(),
          new Total(1, object.size()),
          (a, b) -> new Total(a.instances + b.instances, a.bytes + b.bytes));
    }
    return totals;
  }

  /** {@return the bytes and positions of the file} */
  public WrittenDump write() {
    return new DumpWriter(this).write();
  }

  int add(DumpObject object) {
    objects.add(object);
    return objects.size() - 1;
  }

  /** {@return the objects that the file has, in the order they were made} */
  List<DumpObject> written() {
    return objects.stream()
        .filter(object -> !(object instanceof DumpMissing) && !omitted.contains(object))
        .toList();
  }

  List<DumpObject> objects() {
    return objects;
  }

  List<Root> roots() {
    return roots;
  }

  List<DumpThread> threads() {
    return threads;
  }
}
