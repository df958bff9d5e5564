package io.github.memoryleak.heap.dsl;

import org.jspecify.annotations.Nullable;

/** An array of references. */
public final class DumpArray extends DumpObject {
  private final DumpClass clazz;
  private final @Nullable DumpObject[] elements;

  DumpArray(Dump dump, DumpClass clazz, int length) {
    super(dump);
    this.clazz = clazz;
    this.elements = new @Nullable DumpObject[length];
  }

  /** Sets an element. */
  public DumpArray set(int index, @Nullable DumpObject target) {
    elements[index] = target;
    return this;
  }

  /** {@return an element} */
  public @Nullable DumpObject get(int index) {
    return elements[index];
  }

  /** {@return the number of slots} */
  public int length() {
    return elements.length;
  }

  @Override
  public DumpClass clazz() {
    return clazz;
  }

  @Override
  public long size() {
    return dump().format().model().array(Type.OBJECT, elements.length);
  }
}
