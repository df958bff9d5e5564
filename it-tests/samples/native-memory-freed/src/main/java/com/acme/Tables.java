package com.acme;

/** Frees its table, whatever the sum. */
final class Tables {
  private static final int BYTES = 256;

  private Tables() {}

  static boolean adds(int a, int b, int sum) {
    long table = Memory.allocate(BYTES);
    try {
      Memory.put(table, a + b);
      return Memory.get(table) == sum;
    } finally {
      Memory.free(table);
    }
  }
}
