package io.github.memoryleak.heap.inspect;

/** The ways in which the JDK's collections know their size. */
final class Sizes {
  private Sizes() {}

  static SizeReader constant(int size) {
    return (fields, collection) -> size;
  }

  /** A field that is the size. */
  static SizeReader field(String name) {
    return (fields, collection) -> fields.value(collection, name);
  }

  /** A field that holds an {@code AtomicInteger}. */
  static SizeReader atomic(String name) {
    return (fields, collection) -> fields.value(fields.reference(collection, name), "value");
  }

  /** The length of an array. */
  static SizeReader length(String array) {
    return (fields, collection) -> fields.length(fields.reference(collection, array));
  }

  /** The bits of a field. */
  static SizeReader bits(String name) {
    return (fields, collection) ->
        fields.has(collection, name) ? Long.bitCount(fields.value(collection, name)) : -1;
  }

  /** A ring between {@code head} and {@code tail}. */
  static SizeReader ring(String array) {
    return (fields, collection) -> {
      if (!fields.has(collection, "tail")) {
        return -1;
      }
      long used = fields.value(collection, "tail") - fields.value(collection, "head");
      return used >= 0 ? used : used + fields.length(fields.reference(collection, array));
    };
  }

  /** A base and cells that are added up. */
  static SizeReader striped(String base, String cells) {
    return (fields, collection) -> striped(fields, collection, base, cells);
  }

  /** Two fields, the second of which may hold null or a plain object that says there is none. */
  static SizeReader oneOrTwo(String second) {
    return (fields, collection) -> {
      int other = fields.reference(collection, second);
      return other < 0 || fields.className(other).equals("java.lang.Object") ? 1 : 2;
    };
  }

  /** Nodes from {@code head} on, counting those that hold an item. */
  static SizeReader chain(String item) {
    return (fields, collection) -> count(fields, fields.reference(collection, "head"), item);
  }

  /** A {@code LongAdder} since JDK 9, before that the nodes of the lowest level. */
  static SizeReader skipList() {
    return (fields, collection) -> {
      int adder = fields.reference(collection, "adder");
      return adder >= 0
          ? striped(fields, adder, "base", "cells")
          : count(fields, fields.reference(fields.reference(collection, "head"), "node"), "key");
    };
  }

  private static long striped(Fields fields, int object, String base, String cells) {
    long sum = fields.value(object, base);
    int table = fields.reference(object, cells);
    for (int i = 0; i < fields.slots(table); i++) {
      int cell = fields.element(table, i);
      sum += cell < 0 ? 0 : fields.value(cell, "value");
    }
    return sum;
  }

  private static long count(Fields fields, int head, String item) {
    long count = 0;
    int node = head;
    while (node >= 0) {
      if (!fields.mayFollow()) {
        return -1;
      }
      count += fields.reference(node, item) >= 0 ? 1 : 0;
      int next = fields.reference(node, "next");
      node = next == node ? -1 : next;
    }
    return count;
  }
}
