package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class in a heap dump. */
public final class HeapClass {
  private final int number;
  private final long id;
  private final String name;
  private final @Nullable HeapClass superclass;
  private final long loaderId;
  private final List<HeapField> allFields;
  private final Map<String, HeapField> byName = new HashMap<>();
  private final List<HeapField> referenceFields;
  private final List<HeapField> staticFields;
  private final @Nullable FieldType element;
  private final Totals totals;
  private final int[] strongOffsets;
  private final byte[] strongLabels;

  /**
   * Sizes and counts.
   *
   * @param instances how many objects are of just this class
   * @param instanceSize bytes of an instance; 0 for arrays
   * @param bytes of all its instances
   */
  record Totals(long instances, long instanceSize, long bytes) {}

  /** What a class is made of. */
  record Parts(List<HeapField> allFields, List<HeapField> staticFields) {}

  HeapClass(
      int number,
      ClassIdentity identity,
      @Nullable HeapClass superclass,
      Parts parts,
      Totals totals) {
    this.number = number;
    id = identity.id();
    name = identity.name();
    loaderId = identity.loaderId();
    this.superclass = superclass;
    allFields = List.copyOf(parts.allFields());
    for (HeapField field : allFields) {
      HeapField nearer = byName.get(field.name());
      if (nearer == null || (!isOfBootLoader(nearer) && isOfBootLoader(field))) {
        byName.put(field.name(), field);
      }
    }
    referenceFields = allFields.stream().filter(f -> f.type() == FieldType.OBJECT).toList();
    staticFields = List.copyOf(parts.staticFields());
    element = ClassNames.element(name);
    this.totals = totals;
    boolean weak = isSubclassOf("java.lang.ref.Reference");
    List<HeapField> strong = referenceFields.stream().filter(f -> !weak || !isWeak(f)).toList();
    strongOffsets = strong.stream().mapToInt(f -> (int) f.place()).toArray();
    strongLabels = new byte[strong.size()];
    for (int i = 0; i < strongLabels.length; i++) {
      strongLabels[i] = Label.ofField(referenceFields.indexOf(strong.get(i)));
    }
  }

  /** The referent, and the collector's own list of references it has found. */
  private static boolean isWeak(HeapField field) {
    return field.owner().equals("java.lang.ref.Reference")
        && (field.name().equals("referent") || field.name().equals("discovered"));
  }

  /** {@return the number of the class, which is that of its object} */
  public int number() {
    return number;
  }

  /** {@return the name as in source, such as {@code java.util.HashMap$Node} or {@code int[]}} */
  public String name() {
    return name;
  }

  /** {@return the superclass; null for Object, and where the dump lacks it} */
  public @Nullable HeapClass superclass() {
    return superclass;
  }

  /** {@return the identifier of the class object} */
  public long id() {
    return id;
  }

  /** {@return the identifier of the loader; 0 for the boot loader} */
  public long loaderId() {
    return loaderId;
  }

  private boolean isOfBootLoader(HeapField field) {
    for (HeapClass c = this; c != null; c = c.superclass) {
      if (c.name.equals(field.owner())) {
        return c.loaderId == 0;
      }
    }
    return false;
  }

  /** {@return the fields of an instance, those of the class itself first} */
  public List<HeapField> allFields() {
    return allFields;
  }

  /** {@return the fields of an instance that hold references, those of the class itself first} */
  public List<HeapField> referenceFields() {
    return referenceFields;
  }

  /**
   * {@return a field of an instance; null if none} Of several with that name it is the class's own,
   * but for fields of the JDK, which those of a program do not hide: a thread of a program may have
   * a {@code name} beside that of {@link Thread}.
   */
  public @Nullable HeapField field(String fieldName) {
    return byName.get(fieldName);
  }

  /** {@return the static fields} */
  public List<HeapField> staticFields() {
    return staticFields;
  }

  /** {@return how many objects are of just this class} */
  public long instances() {
    return totals.instances();
  }

  /** {@return the bytes of an instance, as the JVM makes them; 0 for arrays} */
  public long instanceSize() {
    return totals.instanceSize();
  }

  /** {@return the bytes of all its instances} */
  public long bytes() {
    return totals.bytes();
  }

  /** {@return whether its instances are arrays} */
  public boolean isArray() {
    return element != null;
  }

  /** {@return whether its instances are arrays of numbers} */
  public boolean isPrimitiveArray() {
    return element != null && element != FieldType.OBJECT;
  }

  /** {@return what an array of it holds; null when it is no array} */
  public @Nullable FieldType element() {
    return element;
  }

  /**
   * {@return whether it is that class or a subclass of it}
   *
   * @param className a name as in source
   */
  public boolean isSubclassOf(String className) {
    for (HeapClass c = this; c != null; c = c.superclass) {
      if (c.name.equals(className)) {
        return true;
      }
    }
    return false;
  }

  /** {@return the offsets of strong references in an instance's sub-record, behind its header} */
  int[] strongOffsets() {
    return strongOffsets;
  }

  /** {@return the labels of those references} */
  byte[] strongLabels() {
    return strongLabels;
  }

  @Override
  public String toString() {
    return name;
  }
}
