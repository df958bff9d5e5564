package io.github.memoryleak.heap.graph;

/** A heap dump is larger than the analysis can take. The message says what the limit is. */
public final class HeapTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message the limit
   */
  public HeapTooLargeException(String message) {
    super(message);
  }
}
