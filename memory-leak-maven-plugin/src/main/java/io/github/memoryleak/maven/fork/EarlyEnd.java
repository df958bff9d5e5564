package io.github.memoryleak.maven.fork;

import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.Problem.Type;
import io.github.memoryleak.junit.MeasuredJvm;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells why a measured JVM ended without a result. */
final class EarlyEnd {
  private static final int TAIL = 20;
  private static final int SIGNALLED = 128;
  private static final String FATAL = "fatal error has been detected";

  private final Ending ending;
  private final Duration timeout;

  private EarlyEnd(Ending ending, Duration timeout) {
    this.ending = ending;
    this.timeout = timeout;
  }

  /**
   * {@return what happened, told as the fault of the test that ran last}
   *
   * @param ending the end of the JVM
   * @param timeout how long one test may take
   */
  static Problem explain(Ending ending, Duration timeout) {
    return new EarlyEnd(ending, timeout).problem();
  }

  private Problem problem() {
    if (ending.hung()) {
      return hung();
    }
    List<String> output = RunFiles.lines(ending.files().output());
    if (isOutOfMemory(output)) {
      return of(
          Type.OUT_OF_MEMORY,
          "used up the heap of the measured JVM; give it more with -Dleak.argLine=-Xmx1g, say",
          tail(output));
    }
    if (Files.exists(ending.files().lastWords())) {
      return exited(RunFiles.lines(ending.files().lastWords()));
    }
    if (ending.exitCode() >= SIGNALLED || output.stream().anyMatch(l -> l.contains(FATAL))) {
      return of(
          Type.CRASHED,
          "the measured JVM crashed with exit code " + ending.exitCode(),
          tail(output));
    }
    return of(
        Type.EXITED,
        "ended the JVM with exit code " + ending.exitCode() + ", as Runtime.halt does",
        tail(output));
  }

  private boolean isOutOfMemory(List<String> output) {
    return ending.exitCode() == MeasuredJvm.OUT_OF_MEMORY
        || (!Files.exists(ending.files().lastWords())
            && output.stream().anyMatch(line -> line.contains("java.lang.OutOfMemoryError")));
  }

  private Problem hung() {
    List<String> dump = RunFiles.lines(ending.files().threadDump());
    return of(
        Type.HUNG,
        "did not end within " + text(timeout) + " (leak.timeout)",
        UserStack.ofThread(dump, testClass(ending.subject())));
  }

  private Problem exited(List<String> lastWords) {
    List<String> stack = UserStack.of(lastWords);
    Optional<String> caller = stack.stream().filter(EarlyEnd::isUserFrame).findFirst();
    String where = caller.map(frame -> ", at " + frame).orElse("");
    return of(Type.EXITED, "ended the JVM with exit code " + ending.exitCode() + where, stack);
  }

  private static boolean isUserFrame(String frame) {
    return frame.indexOf('(') > 0
        && !frame.startsWith("java.")
        && !frame.startsWith("jdk.")
        && !frame.startsWith("io.github.memoryleak.");
  }

  private Problem of(Type type, String message, List<String> detail) {
    return new Problem(ending.subject(), type, message, detail);
  }

  private static List<String> tail(List<String> lines) {
    return lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
  }

  private static String testClass(String subject) {
    int hash = subject.indexOf('#');
    return hash < 0 ? subject : subject.substring(0, hash);
  }

  /** {@return a span of time as the user writes it} */
  static String text(Duration time) {
    long millis = time.toMillis();
    if (millis % 1_000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1_000;
    return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
