package io.github.memoryleak.heap.growth;

import java.util.Arrays;

/**
 * Groups of objects that have the same path: a tree of steps, each with a label (a field), a class,
 * how many objects took it and their bytes. A key can also lead to a group further up, for what is
 * folded.
 */
final class GroupTable {
  static final int ROOT = 0;
  private static final int START = 1 << 12;

  private int[] keyParent = new int[START];
  private int[] keyLabel = new int[START];
  private int[] keyClass = new int[START];
  private int[] keyGroup = filled(START);
  private int keys;

  private int[] parent = new int[START];
  private int[] label = new int[START];
  private int[] className = new int[START];
  private byte[] flags = new byte[START];
  private long[] count = new long[START];
  private long[] bytes = new long[START];
  private int size = 1;

  int size() {
    return size;
  }

  int parent(int group) {
    return parent[group];
  }

  int label(int group) {
    return label[group];
  }

  int className(int group) {
    return className[group];
  }

  int flags(int group) {
    return flags[group];
  }

  long count(int group) {
    return count[group];
  }

  long bytes(int group) {
    return bytes[group];
  }

  void add(int group, long objectBytes) {
    bytes[group] += objectBytes;
  }

  void countOne(int group) {
    count[group]++;
  }

  /** {@return the group of a key, or -1} */
  int find(int parentGroup, int labelName, int classOf) {
    return keyGroup[slot(parentGroup, labelName, classOf)];
  }

  /** {@return a new group for the key} */
  int make(int parentGroup, int labelName, int classOf, int groupFlags) {
    if (size == parent.length) {
      growGroups();
    }
    parent[size] = parentGroup;
    label[size] = labelName;
    className[size] = classOf;
    flags[size] = (byte) groupFlags;
    alias(parentGroup, labelName, classOf, size);
    return size++;
  }

  /** Lets a key lead to a group that is there already. */
  void alias(int parentGroup, int labelName, int classOf, int group) {
    int slot = slot(parentGroup, labelName, classOf);
    keyParent[slot] = parentGroup;
    keyLabel[slot] = labelName;
    keyClass[slot] = classOf;
    keyGroup[slot] = group;
    if (++keys > keyGroup.length / 2) {
      growKeys();
    }
  }

  private int slot(int parentGroup, int labelName, int classOf) {
    int mask = keyGroup.length - 1;
    long mixed = (parentGroup * 31L + labelName) * 1_000_003L + classOf;
    int i = (int) (mixed * 0x9E3779B97F4A7C15L >>> 32) & mask;
    while (keyGroup[i] >= 0
        && (keyParent[i] != parentGroup || keyLabel[i] != labelName || keyClass[i] != classOf)) {
      i = i + 1 & mask;
    }
    return i;
  }

  private void growKeys() {
    int[] oldParent = keyParent;
    int[] oldLabel = keyLabel;
    int[] oldClass = keyClass;
    int[] oldGroup = keyGroup;
    int length = 2 * oldGroup.length;
    keyParent = new int[length];
    keyLabel = new int[length];
    keyClass = new int[length];
    keyGroup = filled(length);
    keys = 0;
    for (int i = 0; i < oldGroup.length; i++) {
      if (oldGroup[i] >= 0) {
        alias(oldParent[i], oldLabel[i], oldClass[i], oldGroup[i]);
      }
    }
  }

  private void growGroups() {
    int length = 2 * parent.length;
    parent = Arrays.copyOf(parent, length);
    label = Arrays.copyOf(label, length);
    className = Arrays.copyOf(className, length);
    flags = Arrays.copyOf(flags, length);
    count = Arrays.copyOf(count, length);
    bytes = Arrays.copyOf(bytes, length);
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, -1);
    return array;
  }
}
