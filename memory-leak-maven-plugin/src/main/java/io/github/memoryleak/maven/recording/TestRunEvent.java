package io.github.memoryleak.maven.recording;

import one.jfr.JfrClass;
import one.jfr.JfrReader;
import one.jfr.event.Event;

/** Our own event: a test ran. */
public final class TestRunEvent extends Event {
  static final String NAME = "io.github.memoryleak.TestRun";

  final long duration;
  final String test;

  /**
   * Reads it.
   *
   * @param reader stands at the event's fields
   */
  public TestRunEvent(JfrReader reader) {
    super(reader.getVarlong(), 0, 0);
    duration = reader.getVarlong();
    reader.getVarint(); // the thread
    JfrClass type = reader.typesByName.get(NAME);
    if (type != null && type.field("stackTrace") != null) {
      reader.getVarint();
    }
    String read = reader.getString();
    test = read == null ? "" : read;
  }
}
