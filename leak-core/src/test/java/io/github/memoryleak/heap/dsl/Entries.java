package io.github.memoryleak.heap.dsl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the entries of a map that was made. */
final class Entries {
  private final DumpInstance map;

  Entries(DumpInstance map) {
    this.map = map;
  }

  /** {@return a hash that spreads well} */
  static int hash(@Nullable DumpObject key) {
    int number = key == null ? 0 : key.number() * 0x9E37_79B1;
    return number ^ number >>> 16;
  }

  List<DumpInstance> inOrder(@Nullable DumpObject... keysAndValues) {
    List<DumpInstance> entries = new ArrayList<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.add(find(keysAndValues[i]));
    }
    return entries;
  }

  private DumpInstance find(@Nullable DumpObject key) {
    DumpArray table = (DumpArray) reference(map, "table");
    DumpObject entry = table.get(hash(key) & (table.length() - 1));
    while (entry instanceof DumpInstance instance) {
      if (reference(instance, "key") == key) {
        return instance;
      }
      entry = reference(instance, "next");
    }
    throw new IllegalStateException("The map has no entry for " + key);
  }

  private static @Nullable DumpObject reference(DumpInstance from, String field) {
    return from.reference(from.clazz().field(field));
  }
}
