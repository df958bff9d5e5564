package io.github.memoryleak.maven.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Checks the JVM that is to be measured. */
final class JavaHome {
  private static final int OLDEST = 17;
  private static final List<String> NEEDED = List.of("java.management", "jdk.management");

  private JavaHome() {}

  /**
   * {@return the {@code java} command}
   *
   * @param jvm a {@code java} command or a Java home
   * @param source where that was configured, for the error
   * @throws UserError when it is none, is too old or lacks a module
   */
  static Path command(Path jvm, String source) {
    Path command = Files.isDirectory(jvm) ? jvm.resolve("bin").resolve(executable()) : jvm;
    if (!Files.isExecutable(command)) {
      throw new UserError(
          source + " names no JVM: " + command + " cannot be executed. Name a JDK's directory.");
    }
    Path home = home(command);
    Path release = home == null ? null : home.resolve("release");
    if (release != null && Files.isReadable(release)) {
      check(properties(release), command, source);
    }
    return command;
  }

  private static void check(Properties release, Path command, String source) {
    String version = unquoted(release, "JAVA_VERSION");
    if (!version.isEmpty() && feature(version) < OLDEST) {
      throw new UserError(
          source + " names Java " + version + " (" + command + "), but 17 or later is needed.");
    }
    List<String> modules = List.of(unquoted(release, "MODULES").split(" "));
    for (String module : NEEDED) {
      if (modules.size() > 1 && !modules.contains(module)) {
        throw new UserError(
            source
                + " names a JVM without the module "
                + module
                + " ("
                + command
                + "), which counts what is alive: use a whole JDK.");
      }
    }
  }

  private static int feature(String version) {
    String[] numbers = version.split("[^0-9]+");
    int first = numbers.length == 0 || numbers[0].isEmpty() ? OLDEST : Integer.parseInt(numbers[0]);
    return first == 1 && numbers.length > 1 ? Integer.parseInt(numbers[1]) : first;
  }

  private static String unquoted(Properties release, String key) {
    return release.getProperty(key, "").replace("\"", "");
  }

  private static Properties properties(Path release) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(release)) {
      properties.load(in);
    } catch (IOException e) {
      properties.clear();
    }
    return properties;
  }

  private static @Nullable Path home(Path command) {
    try {
      Path bin = command.toRealPath().getParent();
      return bin == null ? null : bin.getParent();
    } catch (IOException e) {
      return null;
    }
  }

  private static String executable() {
    return System.getProperty("os.name", "").startsWith("Windows") ? "java.exe" : "java";
  }
}
