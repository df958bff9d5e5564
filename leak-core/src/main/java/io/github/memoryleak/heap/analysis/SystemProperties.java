package io.github.memoryleak.heap.analysis;

import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.ObjectReader;
import java.util.HashMap;
import java.util.Map;

/** The system properties of the JVM that was dumped. */
final class SystemProperties {
  /** A damaged dump may lead from entry to entry for ever. */
  private static final int MOST = 10_000;

  private final ObjectReader reader;
  private final Map<String, String> values = new HashMap<>();
  private int read;

  private SystemProperties(ObjectReader reader) {
    this.reader = reader;
  }

  static SystemProperties of(HeapGraph graph) {
    SystemProperties properties = new SystemProperties(graph.reader());
    HeapClass system = graph.classes().named("java.lang.System");
    if (system != null) {
      properties.readAll(graph.reader().staticReference(system.number(), "props"));
    }
    return properties;
  }

  /** The value; empty when there is none. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  /** From JDK 9 on the entries are in a map of their own. */
  private void readAll(int properties) {
    if (properties < 0) {
      return;
    }
    int map = reader.reference(properties, "map");
    int table = reader.reference(map < 0 ? properties : map, "table");
    for (int i = 0; table >= 0 && i < reader.length(table); i++) {
      int entry = reader.element(table, i);
      while (entry >= 0 && read++ < MOST) {
        add(entry);
        entry = reader.reference(entry, "next");
      }
    }
  }

  private void add(int entry) {
    String name = text(reader.reference(entry, "key"));
    int value = reader.reference(entry, reader.has(entry, "val") ? "val" : "value");
    if (!name.isEmpty()) {
      values.put(name, text(value));
    }
  }

  private String text(int string) {
    String text = string < 0 ? null : reader.string(string);
    return text == null || text.indexOf('\0') >= 0 ? "" : text;
  }
}
