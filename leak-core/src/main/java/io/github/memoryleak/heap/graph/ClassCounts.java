package io.github.memoryleak.heap.graph;

import java.util.Arrays;

/**
 * What a walk learns about each class: instances, bytes of arrays, and the smallest distance from
 * an instance to the next object.
 */
final class ClassCounts {
  private static final int START = 1 << 12;

  private long[] ids = new long[START];
  private long[] instances = new long[START];
  private long[] bytes = new long[START];
  private long[] leastGap = filled(START);
  private int size;
  private long lastId;
  private int lastSlot;

  /** {@return the slot of a class, for a call of {@link #count} that must follow} */
  int slot(long classId) {
    if (classId == lastId && instances[lastSlot] > 0) {
      return lastSlot;
    }
    int slot = find(classId);
    if (instances[slot] == 0 && ++size > ids.length / 2) {
      grow();
      slot = find(classId);
    }
    ids[slot] = classId;
    lastId = classId;
    lastSlot = slot;
    return slot;
  }

  /** Counts an object of the class in a slot. */
  void count(int slot, long arrayBytes) {
    instances[slot]++;
    bytes[slot] += arrayBytes;
  }

  void noteGap(int slot, long gap) {
    if (gap < leastGap[slot]) {
      leastGap[slot] = gap;
    }
  }

  void addAll(ClassCounts other) {
    for (int i = 0; i < other.ids.length; i++) {
      if (other.instances[i] > 0) {
        int slot = slot(other.ids[i]);
        instances[slot] += other.instances[i];
        bytes[slot] += other.bytes[i];
        noteGap(slot, other.leastGap[i]);
      }
    }
  }

  /** {@return the ids of all classes that have instances} */
  long[] classIds() {
    long[] all = new long[size];
    int n = 0;
    for (int i = 0; i < ids.length; i++) {
      if (instances[i] > 0) {
        all[n++] = ids[i];
      }
    }
    Arrays.sort(all, 0, n);
    return Arrays.copyOf(all, n);
  }

  long instances(long classId) {
    return instances[find(classId)];
  }

  long arrayBytes(long classId) {
    return bytes[find(classId)];
  }

  /** {@return the smallest distance, or {@code Long.MAX_VALUE}} */
  long leastGap(long classId) {
    int slot = find(classId);
    return instances[slot] == 0 ? Long.MAX_VALUE : leastGap[slot];
  }

  private int find(long classId) {
    int mask = ids.length - 1;
    int i = (int) (classId * 0x9E3779B97F4A7C15L >>> 40) & mask;
    while (instances[i] > 0 && ids[i] != classId) {
      i = i + 1 & mask;
    }
    return i;
  }

  private void grow() {
    long[] oldIds = ids;
    long[] oldInstances = instances;
    long[] oldBytes = bytes;
    long[] oldGaps = leastGap;
    ids = new long[2 * oldIds.length];
    instances = new long[ids.length];
    bytes = new long[ids.length];
    leastGap = filled(ids.length);
    for (int i = 0; i < oldIds.length; i++) {
      if (oldInstances[i] > 0) {
        int slot = find(oldIds[i]);
        ids[slot] = oldIds[i];
        instances[slot] = oldInstances[i];
        bytes[slot] = oldBytes[i];
        leastGap[slot] = oldGaps[i];
      }
    }
  }

  private static long[] filled(int length) {
    long[] array = new long[length];
    Arrays.fill(array, Long.MAX_VALUE);
    return array;
  }
}
