package io.github.memoryleak.heap.dsl;

import org.jspecify.annotations.Nullable;

/** Makes maps. Every method takes keys and values in turn. */
public final class JdkMaps {
  private static final String HASH_MAP = "java.util.HashMap";
  private static final String LINKED = "java.util.LinkedHashMap";
  private static final String CONCURRENT = "java.util.concurrent.ConcurrentHashMap";
  private static final String TREE = "java.util.TreeMap";

  private final Dump dump;
  private final Jdk jdk;

  JdkMaps(Dump dump, Jdk jdk) {
    this.dump = dump;
    this.jdk = jdk;
  }

  /** {@return a map with a table; without one when it is empty} */
  public DumpInstance hashMap(@Nullable DumpObject... keysAndValues) {
    return hashed(HASH_MAP, HASH_MAP + "$Node", "value", keysAndValues);
  }

  /** {@return a map whose entries are also chained} */
  public DumpInstance linkedHashMap(@Nullable DumpObject... keysAndValues) {
    DumpInstance map = hashed(LINKED, LINKED + "$Entry", "value", keysAndValues);
    DumpInstance last = null;
    for (DumpInstance entry : new Entries(map).inOrder(keysAndValues)) {
      entry.set("before", last);
      if (last == null) {
        map.set("head", entry);
      } else {
        last.set("after", entry);
      }
      last = entry;
    }
    return map.set("tail", last);
  }

  /** {@return a map for many threads} */
  public DumpInstance concurrentHashMap(DumpObject... keysAndValues) {
    return hashed(CONCURRENT, CONCURRENT + "$Node", "val", keysAndValues);
  }

  /** {@return a map as a balanced tree, in the order given} */
  public DumpInstance treeMap(@Nullable DumpObject... keysAndValues) {
    DumpInstance map = jdk.instance(TREE).set("size", keysAndValues.length / 2);
    return map.set("root", subtree(null, 0, keysAndValues.length / 2, keysAndValues));
  }

  private @Nullable DumpInstance subtree(
      @Nullable DumpInstance parent, int from, int to, @Nullable DumpObject... keysAndValues) {
    if (from == to) {
      return null;
    }
    int middle = (from + to) / 2;
    DumpInstance entry =
        jdk.instance(TREE + "$Entry")
            .set("key", keysAndValues[2 * middle])
            .set("value", keysAndValues[2 * middle + 1])
            .set("parent", parent)
            .set("color", true);
    entry.set("left", subtree(entry, from, middle, keysAndValues));
    return entry.set("right", subtree(entry, middle + 1, to, keysAndValues));
  }

  private DumpInstance hashed(
      String map, String node, String value, @Nullable DumpObject... keysAndValues) {
    int size = keysAndValues.length / 2;
    DumpInstance made = jdk.instance(map);
    if (map.equals(CONCURRENT)) {
      made.set("baseCount", size);
    } else {
      made.set("size", size).set("modCount", size).setDecimal("loadFactor", 0.75);
    }
    if (size == 0) {
      return made;
    }
    // A linked map's table has the class of a plain map's nodes.
    DumpClass slots = jdk.clazz(map.equals(CONCURRENT) ? node : HASH_MAP + "$Node");
    DumpArray table = dump.array(slots, capacity(size));
    for (int i = 0; i < size; i++) {
      put(table, jdk.instance(node).set(value, keysAndValues[2 * i + 1]), keysAndValues[2 * i]);
    }
    return made.set("table", table);
  }

  private static void put(DumpArray table, DumpInstance node, @Nullable DumpObject key) {
    int hash = Entries.hash(key);
    int slot = hash & (table.length() - 1);
    node.set("hash", hash).set("key", key).set("next", table.get(slot));
    table.set(slot, node);
  }

  private static int capacity(int size) {
    int capacity = 16;
    while (capacity * 3 / 4 < size) {
      capacity *= 2;
    }
    return capacity;
  }
}
