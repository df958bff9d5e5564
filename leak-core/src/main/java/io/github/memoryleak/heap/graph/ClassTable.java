package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import io.github.memoryleak.heap.hprof.LongTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes of a dump. */
public final class ClassTable {
  private static final String CLASS = "java.lang.Class";

  private final List<HeapClass> classes;
  private final LongTable numbers = new LongTable();
  private final Map<String, HeapClass> byName = new HashMap<>();
  private final int[] primitiveArrays = new int[FieldType.values().length];
  private final boolean[] system;
  private final long[] objectSizes;
  private final int classClass;

  ClassTable(List<HeapClass> classes, SystemLoaders loaders, MirrorSizes mirrors) {
    this.classes = List.copyOf(classes);
    system = new boolean[classes.size()];
    objectSizes = new long[classes.size()];
    for (HeapClass c : this.classes) {
      numbers.put(c.id(), c.number());
      byName.putIfAbsent(c.name(), c);
      system[c.number()] = loaders.contains(c.loaderId()) && !ClassNames.isHidden(c.name());
      objectSizes[c.number()] = mirrors.size(c.staticFields());
      FieldType element = c.element();
      if (element != null && c.isPrimitiveArray()) {
        primitiveArrays[element.ordinal()] = c.number();
      }
    }
    HeapClass named = byName.get(CLASS);
    classClass = named == null ? 0 : named.number();
  }

  /** {@return how many classes there are} */
  public int size() {
    return classes.size();
  }

  /**
   * {@return a class}
   *
   * @param number 0 to {@link #size()} - 1
   */
  public HeapClass get(int number) {
    return classes.get(number);
  }

  /**
   * {@return the first class of a name, or null}
   *
   * @param name as in source
   */
  public @Nullable HeapClass named(String name) {
    return byName.get(name);
  }

  /** {@return all classes, by number} */
  public List<HeapClass> all() {
    return classes;
  }

  /**
   * {@return whether the class stays as long as the JVM, because its loader does}
   *
   * @param number of the class
   */
  public boolean isSystem(int number) {
    return system[number];
  }

  /** {@return the number of a class, or -1} */
  int numberOf(long id) {
    return (int) numbers.get(id);
  }

  int primitiveArray(FieldType type) {
    return primitiveArrays[type.ordinal()];
  }

  /** {@return the number of java.lang.Class} */
  int classClass() {
    return classClass;
  }

  /** {@return the bytes of a class object with its static fields} */
  long objectSize(int number) {
    return objectSizes[number];
  }
}
