package io.github.memoryleak.heap.dsl;

/** An object of the heap; a reference to it may be written before it is. */
public abstract sealed class DumpObject
    permits DumpClass, DumpInstance, DumpArray, DumpPrimitives, DumpMissing {
  private final int number;
  private final Dump dump;

  DumpObject(Dump dump) {
    this.dump = dump;
    this.number = dump.add(this);
  }

  /** {@return how many objects were made before} */
  final int number() {
    return number;
  }

  final Dump dump() {
    return dump;
  }

  /** {@return the bytes that a JVM needs for it} */
  public abstract long size();

  /** {@return its class} */
  public abstract DumpClass clazz();

  @Override
  public String toString() {
    return clazz().name() + " no. " + number;
  }
}
