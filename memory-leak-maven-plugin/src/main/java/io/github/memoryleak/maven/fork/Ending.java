package io.github.memoryleak.maven.fork;

import io.github.memoryleak.junit.Progress;
import org.jspecify.annotations.Nullable;

/**
 * How a measured JVM ended.
 *
 * @param exitCode its exit code
 * @param hung whether it was ended because nothing moved any more
 * @param last where it was last, or {@code null} when it never said so
 * @param files its files
 */
record Ending(int exitCode, boolean hung, @Nullable Progress last, RunFiles files) {

  /** {@return the unique id of the test that ran last; empty when none did} */
  String testId() {
    return last == null ? "" : last.testId();
  }

  /** {@return the name of what ran last} */
  String subject() {
    if (last == null) {
      return "suite";
    }
    if (!last.test().isEmpty()) {
      return last.test();
    }
    return last.subject().isEmpty() ? "suite" : last.subject();
  }
}
