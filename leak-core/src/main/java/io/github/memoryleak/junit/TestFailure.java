package io.github.memoryleak.junit;

import io.github.memoryleak.finding.ThreadTrace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test or container that failed, told without holding on to its exception.
 *
 * @param id its unique id
 * @param message the exception's class and message, on one line
 * @param stack the exception as Java prints it, without the frames of the test framework
 */
record TestFailure(String id, String message, List<String> stack) {
  private static final int MAX_FRAMES = 40;
  private static final List<String> FRAMEWORK =
      List.of(
          "org.junit.",
          "org.testng.",
          "jdk.internal.reflect.",
          "java.lang.reflect.",
          "io.github.memoryleak.");

  /** The frames of the test: below the assertion that failed, above what called the test. */
  private static List<String> ownFrames(Throwable t) {
    return Arrays.stream(t.getStackTrace())
        .map(ThreadTrace::text)
        .dropWhile(TestFailure::isFramework)
        .takeWhile(frame -> !isFramework(frame))
        .toList();
  }

  /** {@return whether a frame belongs to what runs the tests} */
  static boolean isFramework(String frame) {
    return FRAMEWORK.stream().anyMatch(frame::startsWith);
  }

  static TestFailure of(String id, @Nullable Throwable cause) {
    if (cause == null) {
      return new TestFailure(id, "failed without an exception", List.of());
    }
    List<String> lines = new ArrayList<>();
    for (Throwable t = cause; t != null && lines.size() < MAX_FRAMES; t = t.getCause()) {
      lines.add(t == cause ? t.toString() : "Caused by: " + t);
      ownFrames(t).forEach(frame -> lines.add("    at " + frame));
    }
    String message = cause.toString().lines().findFirst().orElse("");
    return new TestFailure(id, message, lines.subList(0, Math.min(MAX_FRAMES, lines.size())));
  }
}
