package io.github.memoryleak.heap;

/** A command line that makes no sense. The message is a sentence for the user. */
final class HeapUsageException extends Exception {
  private static final long serialVersionUID = 1L;

  HeapUsageException(String message) {
    super(message);
  }
}
