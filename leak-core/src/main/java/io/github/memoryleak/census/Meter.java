package io.github.memoryleak.census;

/** What a key of a census counts. */
public enum Meter {
  /** Instances of a class. */
  HEAP,
  /** Threads of one name pattern. */
  THREAD,
  /** Files, pipes and sockets that are open after a collection. */
  FILE_DESCRIPTOR,
  /** Files, pipes and sockets that only a collection closed, in all rounds so far. */
  UNCLOSED_FILE,
  /** Direct or mapped buffers; the bytes are those of the memory outside the heap. */
  DIRECT_BUFFER,
  /** Blocks of native memory that the program has from {@code Unsafe} and that are no buffers. */
  NATIVE,
  /**
   * Native memory of libraries: the bytes that they have from {@code malloc}, known to a kilobyte;
   * the count is that of the JVM's own blocks.
   */
  MALLOC,
  /** Memory of classes; has bytes only, and is not judged. */
  METASPACE,
  /** Objects with native memory that only a collection freed, in all rounds so far. */
  UNCLOSED_NATIVE;

  private static final Meter[] ALL = values();

  /** {@return what the names of its keys begin with; a class name begins otherwise} */
  char mark() {
    return (char) ordinal();
  }

  /** {@return the meter of a key} */
  static Meter of(char first) {
    return first < ALL.length ? ALL[first] : HEAP;
  }

  /** {@return whether each one counts: there is no noise, and a thousand would do harm} */
  public boolean isExact() {
    return this == THREAD
        || this == FILE_DESCRIPTOR
        || this == UNCLOSED_FILE
        || this == DIRECT_BUFFER
        || this == NATIVE
        || this == UNCLOSED_NATIVE;
  }
}
