package io.github.memoryleak.heap.hprof;

import java.util.Arrays;

/** A map from long to long, by open addressing; for keys that are identifiers. */
public final class LongTable {
  /** What {@link #get} gives for a key that is not there. */
  public static final long ABSENT = -1;

  private long[] keys = new long[1 << 10];
  private long[] values = new long[1 << 10];
  private int size;

  /** Makes an empty table. */
  public LongTable() {
    Arrays.fill(values, ABSENT);
  }

  /**
   * {@return the value, or {@link #ABSENT}}
   *
   * @param key any number
   */
  public long get(long key) {
    int i = slot(key);
    return values[i];
  }

  /**
   * Sets a value.
   *
   * @param key any number
   * @param value not negative
   */
  public void put(long key, long value) {
    int i = slot(key);
    if (values[i] == ABSENT) {
      keys[i] = key;
      size++;
    }
    values[i] = value;
    if (size > keys.length / 2) {
      grow();
    }
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int i = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
    while (values[i] != ABSENT && keys[i] != key) {
      i = i + 1 & mask;
    }
    return i;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new long[keys.length];
    Arrays.fill(values, ABSENT);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != ABSENT) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
