package io.github.memoryleak.site;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Loads agents into this JVM: by a diagnostic command, from within, so that neither the command
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

  /**
   * Loads an agent, or calls one that is there already.
   *
   * @param agent a jar, or a native library
   * @param options what it is told
   * @throws IOException when the JVM does not load agents, or the agent says that it failed
   */
  static void load(Path agent, String... options) throws IOException {
    String[] words =
        Stream.concat(Stream.of(agent.toString()), Stream.of(options))
            .map(word -> '"' + word + '"')
            .toArray(String[]::new);
    try {
      Object said =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "jvmtiAgentLoad",
                  new Object[] {words},
                  new String[] {String[].class.getName()});
      if (!String.valueOf(said).strip().endsWith(DONE)) {
        throw new IOException("the JVM did not load " + agent.getFileName() + ": " + said);
      }
    } catch (JMException | RuntimeException e) {
      throw new IOException("the JVM does not load agents: " + e.getMessage(), e);
    }
  }
}
