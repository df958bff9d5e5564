package io.github.memoryleak;

import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.rounds.Operation;
import java.util.function.UnaryOperator;

/** Assertions for tests of any framework. */
public final class LeakAssertions {
  private LeakAssertions() {}

  /**
   * Asserts that an operation leaks nothing, however often it runs: it is repeated until that is
   * clear, a hundred times or a few thousand when it is quick.
   *
   * @param operation the operation
   * @throws AssertionError when it leaks, or when that stayed unclear; the message names what grows
   * @throws Exception what the operation throws
   */
  public static void assertNoLeak(Operation operation) throws Exception {
    assertNoLeak("the operation", operation);
  }

  /**
   * Asserts that an operation leaks nothing.
   *
   * @param name the operation's name in the message
   * @param operation the operation
   * @throws AssertionError when it leaks, or when that stayed unclear; the message names what grows
   * @throws Exception what the operation throws
   */
  public static void assertNoLeak(String name, Operation operation) throws Exception {
    assertNoLeak(name, operation, repeating -> repeating);
  }

  /**
   * Asserts that an operation leaks no more than is tolerated.
   *
   * @param name the operation's name in the message
   * @param operation the operation
   * @param settings sets rounds, thresholds and the like
   * @throws AssertionError when it leaks, or when that stayed unclear; the message names what grows
   * @throws Exception what the operation throws
   */
  public static void assertNoLeak(
      String name, Operation operation, UnaryOperator<Repeating> settings) throws Exception {
    RepeatedCheck check = settings.apply(MemoryLeakDetector.repeating(name, operation)).run();
    if (check.verdict() != Verdict.PASS) {
      throw new AssertionError(check.explanation());
    }
  }
}
