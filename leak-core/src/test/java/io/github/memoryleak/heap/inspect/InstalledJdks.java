package io.github.memoryleak.heap.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/** The JDKs on this machine that can run the tests: the one that does, and those beside it. */
final class InstalledJdks {
  private static final int OLDEST = 17;

  private InstalledJdks() {}

  /** Their directories. */
  static Stream<Path> homes() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> beside = Files.list(own.getParent())) {
      return Stream.concat(
              Stream.of(own), beside.filter(InstalledJdks::isSuitable).toList().stream())
          .map(InstalledJdks::real)
          .distinct();
    }
  }

  private static boolean isSuitable(Path home) {
    return Files.isExecutable(home.resolve("bin").resolve("java")) && version(home) >= OLDEST;
  }

  private static int version(Path home) {
    Properties release = new Properties();
    try (var in = Files.newBufferedReader(home.resolve("release"))) {
      release.load(in);
    } catch (IOException e) {
      return 0;
    }
    String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Integer.parseInt(version.split("[.+-]")[0]);
  }

  private static Path real(Path home) {
    try {
      return home.toRealPath();
    } catch (IOException e) {
      return home;
    }
  }
}
