package io.github.memoryleak.maven.fork;

import io.github.memoryleak.maven.bench.BenchmarkRun;
import io.github.memoryleak.maven.settings.SurefireSettings;
import io.github.memoryleak.maven.settings.TestSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How JMH is started: as Surefire starts the tests, with JMH's main class. */
public final class BenchmarkCommand {
  private BenchmarkCommand() {}

  /**
   * {@return the process}
   *
   * @param settings the module
   * @param scratch a directory for the arguments
   * @param jmh JMH's arguments
   * @throws IOException when the arguments cannot be written
   */
  public static ProcessBuilder of(TestSettings settings, Path scratch, List<String> jmh)
      throws IOException {
    SurefireSettings.Jvm jvm = settings.surefire().jvm();
    List<String> arguments = new ArrayList<>();
    new TreeMap<>(jvm.systemProperties()).forEach((k, v) -> arguments.add("-D" + k + "=" + v));
    arguments.addAll(jvm.arguments());
    arguments.addAll(settings.plan().arguments());
    arguments.add("-cp");
    arguments.add(JvmCommand.joined(settings.classpath()));
    arguments.add(BenchmarkRun.MAIN);
    arguments.addAll(jmh);
    Path file = scratch.resolve("arguments.txt");
    ArgFile.write(file, arguments);
    Path directory = jvm.workingDirectory();
    ProcessBuilder builder =
        new ProcessBuilder(settings.plan().java().toString(), "@" + file)
            .directory((directory == null ? settings.module().basedir() : directory).toFile());
    Map<String, String> variables = builder.environment();
    jvm.excludedEnvironment().forEach(variables::remove);
    variables.putAll(jvm.environment());
    return builder;
  }
}
