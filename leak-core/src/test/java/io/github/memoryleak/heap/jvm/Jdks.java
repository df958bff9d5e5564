package io.github.memoryleak.heap.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The JDKs of this machine: those named by the property {@code it.jdks}, and beside this one. */
final class Jdks {
  private Jdks() {}

  /** {@return the JDK that runs this} */
  static Path current() {
    return Path.of(System.getProperty("java.home"));
  }

  /** {@return a JDK of that release, with its tools} */
  static Optional<Path> release(int release) throws IOException {
    return Stream.concat(named().stream(), beside().stream())
        .filter(home -> Files.isExecutable(home.resolve("bin/jcmd")))
        .filter(home -> release(home) == release)
        .findFirst();
  }

  private static List<Path> named() {
    return Arrays.stream(System.getProperty("it.jdks", "").split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .toList();
  }

  private static List<Path> beside() throws IOException {
    Path folder = current().toRealPath().getParent();
    try (Stream<Path> homes = Files.list(folder)) {
      return homes.sorted().toList();
    }
  }

  private static int release(Path home) {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("release"))) {
      properties.load(in);
    } catch (IOException e) {
      return 0;
    }
    String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Integer.parseInt(version.replaceFirst("^1\\.", "").split("[.\\-+]")[0]);
  }
}
