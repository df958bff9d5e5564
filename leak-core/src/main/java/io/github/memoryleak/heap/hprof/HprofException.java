package io.github.memoryleak.heap.hprof;

import java.io.IOException;
import java.nio.file.Path;

/** A heap dump that cannot be read. The message names the file, the byte and what was expected. */
public final class HprofException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long position;

  /**
   * Makes the exception.
   *
   * @param file the dump
   * @param position of the byte at which reading stopped
   * @param problem what was expected and what is there instead
   */
  public HprofException(Path file, long position, String problem) {
    super(file + ", byte " + position + ": " + problem);
    this.position = position;
  }

  /** {@return the position of the byte at which reading stopped} */
  public long position() {
    return position;
  }
}
