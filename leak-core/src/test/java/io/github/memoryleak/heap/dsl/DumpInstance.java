package io.github.memoryleak.heap.dsl;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An instance of a class; fields that nobody sets are null or 0. */
public final class DumpInstance extends DumpObject {
  private final DumpClass clazz;
  private final Map<Field, DumpObject> references = new HashMap<>();
  private final Map<Field, Long> primitives = new HashMap<>();

  DumpInstance(Dump dump, DumpClass clazz) {
    super(dump);
    this.clazz = clazz;
    clazz.freeze();
  }

  /** Sets a reference, of the class or of a superclass. */
  public DumpInstance set(String field, @Nullable DumpObject target) {
    return set(clazz, field, target);
  }

  /** Sets a reference that the class declares, or one of its superclasses. */
  public DumpInstance set(DumpClass from, String field, @Nullable DumpObject target) {
    Field found = typed(from, field, true);
    if (target == null) {
      references.remove(found);
    } else {
      references.put(found, target);
    }
    return this;
  }

  /** Sets a number or a character. */
  public DumpInstance set(String field, long value) {
    return set(clazz, field, value);
  }

  /** Sets a number or a character that the class declares, or one of its superclasses. */
  public DumpInstance set(DumpClass from, String field, long value) {
    primitives.put(typed(from, field, false), value);
    return this;
  }

  /** Sets a boolean. */
  public DumpInstance set(String field, boolean value) {
    return set(field, value ? 1 : 0);
  }

  /** Sets a {@code float} or a {@code double}. */
  public DumpInstance setDecimal(String field, double value) {
    return set(
        field,
        typed(clazz, field, false).type() == Type.FLOAT
            ? Float.floatToRawIntBits((float) value)
            : Double.doubleToRawLongBits(value));
  }

  private static Field typed(DumpClass from, String name, boolean reference) {
    Field field = from.field(name);
    if ((field.type() == Type.OBJECT) != reference) {
      throw new IllegalArgumentException(name + " is of type " + field.type());
    }
    return field;
  }

  @Nullable DumpObject reference(Field field) {
    return references.get(field);
  }

  long primitive(Field field) {
    return primitives.getOrDefault(field, 0L);
  }

  @Override
  public DumpClass clazz() {
    return clazz;
  }

  @Override
  public long size() {
    return dump().format().model().instance(clazz);
  }
}
