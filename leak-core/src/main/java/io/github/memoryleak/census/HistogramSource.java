package io.github.memoryleak.census;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * Asks the JVM for its class histogram. HotSpot's {@code gcClassHistogram} diagnostic command does
 * a full collection first, even under {@code -XX:+DisableExplicitGC}, and counts exactly.
 */
final class HistogramSource {
  private static final Object[] LIVE = {new String[0]};
  private static final String[] SIGNATURE = {String[].class.getName()};

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final ObjectName command = command();

  /**
   * {@return the histogram's text after a full collection}
   *
   * @throws IllegalStateException when this JVM has no such command
   */
  String read() {
    try {
      return (String) server.invoke(command, "gcClassHistogram", LIVE, SIGNATURE);
    } catch (JMException e) {
      throw new IllegalStateException(
          "This JVM cannot count live objects ("
              + System.getProperty("java.vm.name")
              + "): the detector needs a HotSpot JVM with the modules java.management and jdk.management",
          e);
    }
  }

  private static ObjectName command() {
    try {
      return new ObjectName("com.sun.management:type=DiagnosticCommand");
    } catch (MalformedObjectNameException e) {
      throw new IllegalStateException(e);
    }
  }
}
