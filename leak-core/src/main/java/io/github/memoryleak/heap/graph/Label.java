package io.github.memoryleak.heap.graph;

/**
 * By what an object refers to another: up to {@value #MOST_FIELDS} a field, by its place among the
 * reference fields of the object's class ({@link HeapClass#referenceFields()}) or, from a class,
 * among its static ones; otherwise one of these constants. A label is an unsigned byte.
 */
public final class Label {
  /** An element of an array. */
  public static final int SLOT = 255;

  /** From a thread: a local variable of its stack. */
  public static final int LOCAL = 254;

  /** From a class: its loader. */
  public static final int LOADER = 253;

  /** From an instance: its class. */
  public static final int CLASS = 252;

  /** From a class: its superclass. */
  public static final int SUPER = 251;

  /** A field behind so many others, or something else that has no name. */
  public static final int OTHER = 250;

  static final int MOST_FIELDS = OTHER;

  private Label() {}

  static byte ofField(int ordinal) {
    return (byte) Math.min(ordinal, OTHER);
  }

  static boolean isField(int label) {
    return label < MOST_FIELDS;
  }
}
