package io.github.memoryleak.junit.jupiter;

/** A test failed in a loop of its measurement, which therefore ends. */
final class TestFailed extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * Makes one.
   *
   * @param reason what the test says, or that it did not run
   */
  TestFailed(String reason) {
    super(reason, null, false, false);
  }

  /** {@return what the test says} */
  String reason() {
    return String.valueOf(getMessage());
  }
}
