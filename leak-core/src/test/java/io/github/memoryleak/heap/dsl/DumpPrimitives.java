package io.github.memoryleak.heap.dsl;

/** An array of primitives. */
public final class DumpPrimitives extends DumpObject {
  private final Type type;
  private final long[] bits;

  DumpPrimitives(Dump dump, Type type, long... bits) {
    super(dump);
    this.type = type;
    this.bits = bits;
  }

  Type type() {
    return type;
  }

  long[] bits() {
    return bits;
  }

  /** {@return the number of elements} */
  public int length() {
    return bits.length;
  }

  @Override
  public DumpClass clazz() {
    return dump().primitiveArrayClass(type);
  }

  @Override
  public long size() {
    return dump().format().model().array(type, bits.length);
  }
}
