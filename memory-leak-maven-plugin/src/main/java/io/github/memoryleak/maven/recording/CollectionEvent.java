package io.github.memoryleak.maven.recording;

import one.jfr.JfrReader;
import one.jfr.event.Event;

/** {@code jdk.GarbageCollection}, whose fields have been the same from JDK 11 on. */
public final class CollectionEvent extends Event {
  static final String NAME = "jdk.GarbageCollection";

  final int name;
  final long sumOfPauses;

  /**
   * Reads it.
   *
   * @param reader stands at the event's fields
   */
  public CollectionEvent(JfrReader reader) {
    super(reader.getVarlong(), 0, 0);
    reader.getVarlong(); // the duration
    reader.getVarint(); // the id
    name = reader.getVarint();
    reader.getVarint(); // the cause
    sumOfPauses = reader.getVarlong();
  }
}
