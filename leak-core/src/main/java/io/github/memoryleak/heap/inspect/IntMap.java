package io.github.memoryleak.heap.inspect;

import java.util.Arrays;

/** A hash map from objects to numbers, 12 bytes an entry or so. */
final class IntMap {
  private static final int NONE = -1;

  private int[] keys = emptyKeys(64);
  private int[] values = new int[64];
  private int size;

  /** The value of a key, or -1. */
  int get(int key) {
    int slot = slot(keys, key);
    return keys[slot] == key ? values[slot] : NONE;
  }

  void put(int key, int value) {
    if (size * 3L > keys.length * 2L) {
      grow();
    }
    int slot = slot(keys, key);
    size += keys[slot] == key ? 0 : 1;
    keys[slot] = key;
    values[slot] = value;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = emptyKeys(oldKeys.length * 2);
    values = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != NONE) {
        int slot = slot(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  /** The slot of the key, or the free one where it would go. */
  private static int slot(int[] keys, int key) {
    int mask = keys.length - 1;
    int slot = (key * 0x9E3779B9 >>> 7) & mask;
    while (keys[slot] != NONE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int[] emptyKeys(int length) {
    int[] keys = new int[length];
    Arrays.fill(keys, NONE);
    return keys;
  }
}
