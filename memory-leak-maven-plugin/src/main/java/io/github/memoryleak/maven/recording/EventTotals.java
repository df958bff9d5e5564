package io.github.memoryleak.maven.recording;

/**
 * Sums by stack, class and test: an open hash table of numbers, since a recording has millions of
 * events and few sums.
 */
final class EventTotals {
  private static final int FIELDS = 3;

  private int[] keys = new int[FIELDS << 10];
  private long[] objects = new long[1 << 10];
  private long[] bytes = new long[1 << 10];
  private boolean[] used = new boolean[1 << 10];
  private int size;

  /** Sees a sum. */
  interface Visitor {
    void sum(int stack, int type, int test, long objects, long bytes);
  }

  void add(int stack, int type, int test, long moreObjects, long moreBytes) {
    int slot = slot(stack, type, test);
    if (!used[slot]) {
      if (2 * ++size > used.length) {
        grow();
        slot = slot(stack, type, test);
      }
      used[slot] = true;
      keys[FIELDS * slot] = stack;
      keys[FIELDS * slot + 1] = type;
      keys[FIELDS * slot + 2] = test;
    }
    objects[slot] += moreObjects;
    bytes[slot] += moreBytes;
  }

  private int slot(int stack, int type, int test) {
    long hash = ((stack * 31L + type) * 31L + test) * 0x9E3779B97F4A7C15L;
    int mask = used.length - 1;
    int slot = (int) (hash >>> 40) & mask;
    while (used[slot]
        && !(keys[FIELDS * slot] == stack
            && keys[FIELDS * slot + 1] == type
            && keys[FIELDS * slot + 2] == test)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    EventTotals larger = new EventTotals();
    larger.keys = new int[2 * keys.length];
    larger.objects = new long[2 * objects.length];
    larger.bytes = new long[2 * bytes.length];
    larger.used = new boolean[2 * used.length];
    forEach(larger::add);
    keys = larger.keys;
    objects = larger.objects;
    bytes = larger.bytes;
    used = larger.used;
  }

  void forEach(Visitor visitor) {
    for (int slot = 0; slot < used.length; slot++) {
      if (used[slot]) {
        visitor.sum(
            keys[FIELDS * slot],
            keys[FIELDS * slot + 1],
            keys[FIELDS * slot + 2],
            objects[slot],
            bytes[slot]);
      }
    }
  }
}
