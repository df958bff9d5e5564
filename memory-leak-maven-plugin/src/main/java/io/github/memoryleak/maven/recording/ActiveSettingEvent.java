package io.github.memoryleak.maven.recording;

import one.jfr.JfrClass;
import one.jfr.JfrReader;
import one.jfr.event.Event;
import org.jspecify.annotations.Nullable;

/** {@code jdk.ActiveSetting}; JDK 17 tells a duration, a thread and a stack as well. */
public final class ActiveSettingEvent extends Event {
  static final String NAME = "jdk.ActiveSetting";

  final long eventType;
  final String name;
  final String value;

  /**
   * Reads it.
   *
   * @param reader stands at the event's fields
   */
  public ActiveSettingEvent(JfrReader reader) {
    super(reader.getVarlong(), 0, 0);
    JfrClass type = reader.typesByName.get(NAME);
    for (String field : new String[] {"duration", "eventThread", "stackTrace"}) {
      if (type != null && type.field(field) != null) {
        reader.getVarlong();
      }
    }
    eventType = reader.getVarlong();
    name = orEmpty(reader.getString());
    value = orEmpty(reader.getString());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
