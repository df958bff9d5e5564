package io.github.memoryleak.census;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** A command of {@code jcmd}, asked from within the JVM. */
final class DiagnosticCommand {
  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final ObjectName bean = bean();
  private final String operation;
  private final Object @Nullable [] arguments;
  private final String @Nullable [] signature;

  private DiagnosticCommand(
      String operation, Object @Nullable [] arguments, String @Nullable [] signature) {
    this.operation = operation;
    this.arguments = arguments;
    this.signature = signature;
  }

  /**
   * {@return a command that takes no arguments}
   *
   * @param operation its name, {@code vmInfo} for {@code VM.info}
   */
  static DiagnosticCommand plain(String operation) {
    return new DiagnosticCommand(operation, null, null);
  }

  /**
   * {@return a command that takes arguments, though perhaps none is given}
   *
   * @param operation its name, {@code gcClassHistogram} for {@code GC.class_histogram}
   * @param arguments its arguments
   */
  static DiagnosticCommand withArguments(String operation, String... arguments) {
    return new DiagnosticCommand(
        operation, new Object[] {arguments}, new String[] {String[].class.getName()});
  }

  /**
   * {@return what the command prints}
   *
   * @throws JMException when this JVM has no such command
   */
  String run() throws JMException {
    return String.valueOf(server.invoke(bean, operation, arguments, signature));
  }

  private static ObjectName bean() {
    try {
      return new ObjectName("com.sun.management:type=DiagnosticCommand");
    } catch (MalformedObjectNameException e) {
      throw new IllegalStateException(e);
    }
  }
}
