package io.github.memoryleak.junit;

import java.util.List;

/** Tests failed in a loop of a measurement, which therefore ends. */
final class LoopFailed extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<TestFailure> failures;

  LoopFailed(List<TestFailure> failures) {
    super(failures.size() + " tests failed", null, false, false);
    this.failures = List.copyOf(failures);
  }

  List<TestFailure> failures() {
    return failures;
  }
}
