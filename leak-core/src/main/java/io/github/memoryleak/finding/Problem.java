package io.github.memoryleak.finding;

import java.util.List;

/**
 * Why something could not be measured: the test's own fault or the environment's, told in a
 * sentence.
 *
 * @param subject the test, class or suite, as in {@link SubjectResult#name()}
 * @param type what happened
 * @param message one sentence for people, without the subject
 * @param detail further lines, such as the test's own stack trace; may be empty
 */
public record Problem(String subject, Type type, String message, List<String> detail) {

  /** Copies the detail. */
  public Problem {
    detail = List.copyOf(detail);
  }

  /** What kept a subject from being measured. */
  public enum Type {
    /** The test fails when it is run once. */
    TEST_FAILED,
    /** The test passes the first time and fails when it is run again in the same JVM. */
    NOT_REPEATABLE,
    /** The test did not end within {@code leak.timeout}. */
    HUNG,
    /** The test ended the JVM through {@link System#exit(int)} or {@link Runtime#halt(int)}. */
    EXITED,
    /** The measured JVM ran out of memory. */
    OUT_OF_MEMORY,
    /** The measured JVM died. */
    CRASHED,
    /** The tests could not be found or loaded. */
    DISCOVERY_FAILED,
    /** The planted objects of the positive control were not counted exactly. */
    CONTROL_FAILED,
    /** Growth was seen but neither confirmed nor refuted within the budget. */
    UNDECIDED,
    /** The measurement did not come to its end: what was judged until then is in the report. */
    BROKEN_OFF
  }
}
