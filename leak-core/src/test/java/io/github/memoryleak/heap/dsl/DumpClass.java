package io.github.memoryleak.heap.dsl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class, and the {@code java.lang.Class} object of it. Without a loader it is a boot class. */
public final class DumpClass extends DumpObject {
  private final String name;
  private final List<Field> fields = new ArrayList<>();
  private final List<StaticField> statics = new ArrayList<>();
  private @Nullable DumpClass parent;
  private @Nullable DumpObject loader;
  private boolean sticky = true;
  private boolean frozen;

  DumpClass(Dump dump, String name, @Nullable DumpClass parent) {
    super(dump);
    this.name = name;
    this.parent = parent;
  }

  /** Sets the superclass; it is {@code java.lang.Object} otherwise. */
  public DumpClass extending(@Nullable DumpClass superclass) {
    this.parent = superclass;
    return this;
  }

  /** Sets the loader; the class is then no root. */
  public DumpClass loadedBy(DumpObject classLoader) {
    this.loader = classLoader;
    this.sticky = false;
    return this;
  }

  /** Leaves out the root that a boot class has. */
  public DumpClass unrooted() {
    this.sticky = false;
    return this;
  }

  /** Declares an instance field, before the first instance is made. */
  public DumpClass field(String fieldName, Type type) {
    if (frozen) {
      throw new IllegalStateException(name + " has instances already: declare fields before");
    }
    fields.add(new Field(this, fieldName, type));
    return this;
  }

  /** Declares a static reference. */
  public DumpClass staticField(String fieldName, @Nullable DumpObject target) {
    statics.add(new StaticField(fieldName, Type.OBJECT, 0, target));
    return this;
  }

  /** Declares a static primitive. */
  public DumpClass staticField(String fieldName, Type type, long bits) {
    statics.add(new StaticField(fieldName, type, bits, null));
    return this;
  }

  /** {@return the name as in source code, but for arrays: {@code [Ljava.lang.String;}} */
  public String name() {
    return name;
  }

  Field field(String fieldName) {
    for (DumpClass owner = this; owner != null; owner = owner.parent) {
      for (Field field : owner.fields) {
        if (field.name().equals(fieldName)) {
          return field;
        }
      }
    }
    throw new IllegalArgumentException(name + " has no field " + fieldName);
  }

  void freeze() {
    frozen = true;
  }

  List<Field> fields() {
    return fields;
  }

  List<StaticField> statics() {
    return statics;
  }

  @Nullable DumpClass parent() {
    return parent;
  }

  @Nullable DumpObject loader() {
    return loader;
  }

  boolean isSticky() {
    return sticky;
  }

  @Override
  public DumpClass clazz() {
    return dump().classClass();
  }

  @Override
  public long size() {
    return dump().format().model().mirror(this);
  }

  @Override
  public String toString() {
    return "class " + name;
  }
}
