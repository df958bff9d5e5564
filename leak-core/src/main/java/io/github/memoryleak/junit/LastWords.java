package io.github.memoryleak.junit;

import io.github.memoryleak.finding.ThreadTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** When something else than the driver ends this JVM: writes down who did. */
final class LastWords {
  private static final List<String> EXITS =
      List.of("java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Shutdown.exit");

  private final Path file;
  private volatile boolean expected;

  private LastWords(Path file) {
    this.file = file;
  }

  static LastWords prepare(Path file) {
    LastWords words = new LastWords(file);
    Runtime.getRuntime().addShutdownHook(new Thread(words::write, "leak-last-words"));
    return words;
  }

  /** The driver itself is about to end this JVM. */
  void expectEnd() {
    expected = true;
  }

  private void write() {
    if (expected) {
      return;
    }
    List<String> stack =
        Thread.getAllStackTraces().values().stream()
            .filter(LastWords::isExiting)
            .findFirst()
            .map(LastWords::callers)
            .orElse(List.of());
    try {
      Files.write(file, stack);
    } catch (IOException e) {
      // The parent then says that the JVM ended, without the line that ended it.
    }
  }

  private static boolean isExiting(StackTraceElement[] stack) {
    return Arrays.stream(stack).anyMatch(LastWords::isExit);
  }

  private static boolean isExit(StackTraceElement frame) {
    return EXITS.contains(frame.getClassName() + "." + frame.getMethodName());
  }

  private static List<String> callers(StackTraceElement[] stack) {
    int last = stack.length - 1;
    while (!isExit(stack[last])) {
      last--;
    }
    return Arrays.stream(stack, last + 1, stack.length)
        .map(ThreadTrace::text)
        .takeWhile(frame -> !TestFailure.isFramework(frame))
        .toList();
  }
}
