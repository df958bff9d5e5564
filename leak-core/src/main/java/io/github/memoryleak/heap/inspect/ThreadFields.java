package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.graph.ObjectReader;

/** The fields of {@code java.lang.Thread}, which JDK 19 moved to an object of their own. */
final class ThreadFields {
  private ThreadFields() {}

  static String name(ObjectReader reader, int thread) {
    int name = reader.reference(thread, "name");
    String text = name < 0 ? null : reader.string(name);
    return text == null ? "" : text;
  }

  static boolean isDaemon(ObjectReader reader, int thread) {
    return read(reader, thread, "daemon", 0) != 0;
  }

  static ThreadState state(ObjectReader reader, int thread) {
    long status = read(reader, thread, "threadStatus", -1);
    return status < 0 ? ThreadState.UNKNOWN : ThreadState.of(status);
  }

  private static long read(ObjectReader reader, int thread, String field, long otherwise) {
    int holder = reader.reference(thread, "holder");
    int object = holder < 0 ? thread : holder;
    return reader.has(object, field) ? reader.primitive(object, field) : otherwise;
  }
}
