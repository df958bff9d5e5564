package io.github.memoryleak.heap.dsl;

/** An object that the dump refers to and does not have. */
final class DumpMissing extends DumpObject {
  DumpMissing(Dump dump) {
    super(dump);
  }

  @Override
  public long size() {
    return 16;
  }

  @Override
  public DumpClass clazz() {
    return dump().objectClass();
  }
}
