package io.github.memoryleak.maven.fork;

import io.github.memoryleak.junit.MeasuredJvm;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the measured JVM is started.
 *
 * @param java the {@code java} command
 * @param userArguments the user's own arguments; they come last, so that they win
 * @param systemProperties system properties of the tests
 * @param classpath the class path
 * @param enableAssertions whether assertions are on
 * @param workingDirectory where it runs
 * @param environment variables to set
 * @param excludedEnvironment variables to take away
 */
public record JvmCommand(
    Path java,
    List<String> userArguments,
    Map<String, String> systemProperties,
    List<Path> classpath,
    boolean enableAssertions,
    Path workingDirectory,
    Map<String, String> environment,
    List<String> excludedEnvironment) {
  private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w*GC");

  /** Copies the collections. */
  public JvmCommand {
    userArguments = List.copyOf(userArguments);
    systemProperties = Map.copyOf(systemProperties);
    classpath = List.copyOf(classpath);
    environment = Map.copyOf(environment);
    excludedEnvironment = List.copyOf(excludedEnvironment);
  }

  /**
   * {@return everything after the {@code java} command}
   *
   * @param settings the settings file of the driver
   */
  List<String> arguments(Path settings) {
    List<String> all = new ArrayList<>();
    if (userArguments.stream().noneMatch(a -> COLLECTOR.matcher(a).matches())) {
      // A small container makes the JVM choose Serial, whose heap total saw-tooths.
      all.add("-XX:+UseG1GC");
    }
    // Large objects are not moved then, neither by the many full collections nor by young ones.
    all.add("-XX:G1HeapRegionSize=1m");
    // Tests are short: the second compiler costs more than it gives back.
    all.add("-XX:TieredStopAtLevel=1");
    // The agent that tells sites is loaded from within, which would be warned of.
    all.add("-XX:+EnableDynamicAgentLoading");
    // Memory that native code allocates is told from the JVM's own.
    all.add("-XX:NativeMemoryTracking=summary");
    // What is softly held is not a leak, and must not look like one.
    all.add("-XX:SoftRefLRUPolicyMSPerMB=0");
    // Serial leaves dead objects in place but for each fourth full collection, and counts them.
    all.add("-XX:MarkSweepAlwaysCompactCount=1");
    // Reflection must not spin classes while the rounds are counted: JDK 17, then 18 to 21.
    all.add("-Dsun.reflect.inflationThreshold=2147483647");
    all.add("-Djdk.reflect.useNativeAccessorOnly=true");
    if (enableAssertions) {
      all.add("-ea");
    }
    new TreeMap<>(systemProperties).forEach((k, v) -> all.add("-D" + k + "=" + v));
    all.addAll(userArguments);
    all.add("-cp");
    all.add(joined(classpath));
    all.add(MeasuredJvm.class.getName());
    all.add(settings.toString());
    return all;
  }

  /** {@return a class path as one text} */
  static String joined(List<Path> classpath) {
    return classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** {@return a builder of the process: the arguments come from the file} */
  ProcessBuilder process(Path argFile) {
    ProcessBuilder builder =
        new ProcessBuilder(java.toString(), "@" + argFile)
            .directory(workingDirectory.toFile())
            .redirectErrorStream(true);
    Map<String, String> variables = builder.environment();
    excludedEnvironment.forEach(variables::remove);
    variables.putAll(environment);
    return builder;
  }
}
