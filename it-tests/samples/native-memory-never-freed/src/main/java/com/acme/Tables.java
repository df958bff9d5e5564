package com.acme;

/** Frees its table, but not when the sum is what it looked for. */
final class Tables {
  private static final int BYTES = 256;

  private Tables() {}

  static boolean adds(int a, int b, int sum) {
    long table = Memory.allocate(BYTES);
    Memory.put(table, a + b);
    if (Memory.get(table) == sum) {
      return true;
    }
    Memory.free(table);
    return false;
  }
}
