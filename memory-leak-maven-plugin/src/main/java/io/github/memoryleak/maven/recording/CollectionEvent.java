package io.github.memoryleak.maven.recording;

import one.jfr.JfrClass;
import one.jfr.JfrReader;
import one.jfr.event.Event;

/** {@code jdk.GarbageCollection}; later JDKs tell the thread as well. */
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
    JfrClass type = reader.typesByName.get(NAME);
    if (type != null && type.field("eventThread") != null) {
      reader.getVarint();
    }
    reader.getVarint(); // the id
    name = reader.getVarint();
    reader.getVarint(); // the cause
    sumOfPauses = reader.getVarlong();
  }
}
