package io.github.memoryleak.site;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Loads the agent into this JVM: by a diagnostic command, from within, so that neither the command
 * line nor another process takes part.
 */
final class AgentLoading {
  private static final String RECORDER = "io.github.memoryleak.agent.Recorder";
  private static final String DONE = "return code: 0";

  private AgentLoading() {}

  /** {@return the recorder's class, as the JDK's own loader sees it} */
  static Class<?> recorder() throws IOException {
    try {
      return Class.forName(RECORDER, true, null);
    } catch (ClassNotFoundException e) {
      load(AgentFile.unpack());
    }
    try {
      return Class.forName(RECORDER, true, null);
    } catch (ClassNotFoundException e) {
      throw new IOException("the agent was loaded, but its recorder is not there", e);
    }
  }

  private static void load(Path jar) throws IOException {
    try {
      Object said =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "jvmtiAgentLoad",
                  new Object[] {new String[] {jar.toString()}},
                  new String[] {String[].class.getName()});
      if (!String.valueOf(said).strip().endsWith(DONE)) {
        throw new IOException("the JVM did not load the agent: " + said);
      }
    } catch (JMException | RuntimeException e) {
      throw new IOException("the JVM does not load agents: " + e.getMessage(), e);
    }
  }
}
