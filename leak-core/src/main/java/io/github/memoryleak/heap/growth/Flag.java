package io.github.memoryleak.heap.growth;

/** What is known of a group beside its path. */
final class Flag {
  /** Its objects are collections, their nodes, or arrays. */
  static final int INSIDE = 1;

  /** The field that leads to it is declared by such a class, or it is an element. */
  static final int BY_INSIDE = 2;

  /** Only soft references hold it. */
  static final int SOFT = 4;

  /** It is a class, reached as a root. */
  static final int CLASS = 8;

  /** It is a started thread. */
  static final int THREAD = 16;

  /** Its objects are nodes of collections, or arrays of references. */
  static final int NODE = 32;

  private Flag() {}
}
