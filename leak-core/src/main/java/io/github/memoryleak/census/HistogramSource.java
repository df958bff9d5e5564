package io.github.memoryleak.census;

import javax.management.JMException;

/**
 * Asks the JVM for its class histogram. HotSpot's {@code gcClassHistogram} diagnostic command does
 * a full collection first, even under {@code -XX:+DisableExplicitGC}, and counts exactly.
 */
final class HistogramSource {
  private final DiagnosticCommand command = DiagnosticCommand.withArguments("gcClassHistogram");

  /**
   * {@return the histogram's text after a full collection}
   *
   * @throws IllegalStateException when this JVM has no such command
   */
  String read() {
    try {
      return command.run();
    } catch (JMException e) {
      throw new IllegalStateException(
          "This JVM cannot count live objects ("
              + System.getProperty("java.vm.name")
              + "): the detector needs a HotSpot JVM with the modules java.management and jdk.management",
          e);
    }
  }
}
