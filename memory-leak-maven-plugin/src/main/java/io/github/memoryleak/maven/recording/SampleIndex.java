package io.github.memoryleak.maven.recording;

import io.github.memoryleak.maven.settings.UserError;
import java.util.Locale;

/** What is counted; the names are those of Go's heap profiles. */
public enum SampleIndex {
  /** Bytes that were allocated. */
  ALLOC_SPACE,
  /** Objects that were allocated. */
  ALLOC_OBJECTS,
  /** Bytes that were still alive at the end of the recording. */
  INUSE_SPACE,
  /** Objects that were still alive at the end of the recording. */
  INUSE_OBJECTS;

  /**
   * {@return the index of a name}
   *
   * @param name such as {@code alloc_space}
   * @throws UserError when there is none
   */
  public static SampleIndex of(String name) {
    for (SampleIndex index : values()) {
      if (index.text().equals(name.trim())) {
        return index;
      }
    }
    throw new UserError(
        "leak.sampleIndex must be alloc_space, alloc_objects, inuse_space or inuse_objects for a"
            + " recording, but is '"
            + name
            + "'.");
  }

  /** {@return the name that users write} */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isBytes() {
    return this == ALLOC_SPACE || this == INUSE_SPACE;
  }

  boolean isLive() {
    return this == INUSE_SPACE || this == INUSE_OBJECTS;
  }
}
