package io.github.memoryleak.maven.fork;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The configuration parameters of the JUnit Platform in the measured JVM. */
final class PlatformConfiguration {
  private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";
  private static final String FILE = "junit-platform.properties";

  private PlatformConfiguration() {}

  /** {@return the project's own parameters, changed where measuring needs it} */
  static Map<String, String> adapted(Map<String, String> own) {
    Map<String, String> all = new LinkedHashMap<>();
    // One class that cannot be loaded must not end discovery for all.
    all.put("junit.platform.discovery.listener.default", "logging");
    all.put("junit.vintage.discovery.issue.reporting.enabled", "false");
    all.putAll(own);
    all.put("junit.platform.execution.memory.cleanup.enabled", "true");
    // Growth that several tests cause at once has no one to name.
    all.put(PARALLEL, "false");
    return all;
  }

  /**
   * {@return whether the project runs its tests in parallel}
   *
   * @param own its configuration parameters
   * @param systemProperties its system properties
   * @param testClasses where its {@code junit-platform.properties} is
   */
  static boolean isParallel(
      Map<String, String> own, Map<String, String> systemProperties, Path testClasses) {
    String value = own.get(PARALLEL);
    if (value == null) {
      value = systemProperties.get(PARALLEL);
    }
    if (value == null) {
      value = fromFile(testClasses.resolve(FILE));
    }
    return Boolean.parseBoolean(value.trim());
  }

  private static String fromFile(Path file) {
    Properties properties = new Properties();
    if (Files.isReadable(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        properties.load(in);
      } catch (IOException | IllegalArgumentException e) {
        // The platform itself tells about a file that it cannot read.
        return "";
      }
    }
    return properties.getProperty(PARALLEL, "");
  }
}
