package io.github.memoryleak.heap.inspect;

/**
 * Where a class of collections keeps its elements.
 *
 * @param size how many elements it has
 * @param table the field that holds the array with the slots, empty when there is none
 * @param slots how many slots an element takes
 * @param isHashed whether elements lie anywhere in the table, several in one slot perhaps
 */
record CollectionLayout(SizeReader size, String table, int slots, boolean isHashed) {
  /** Elements side by side in an array. */
  static CollectionLayout array(SizeReader size, String table) {
    return new CollectionLayout(size, table, 1, false);
  }

  /** Chains of nodes in a table. */
  static CollectionLayout hash(SizeReader size, String table) {
    return new CollectionLayout(size, table, 1, true);
  }

  /** Keys and values in turns, in one array. */
  static CollectionLayout pairs(SizeReader size, String table) {
    return new CollectionLayout(size, table, 2, false);
  }

  /** Nodes without a table, or elements in fields. */
  static CollectionLayout nodes(SizeReader size) {
    return new CollectionLayout(size, "", 1, false);
  }
}
