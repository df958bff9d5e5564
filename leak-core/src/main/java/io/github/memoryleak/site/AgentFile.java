package io.github.memoryleak.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The agent's jar, which the core carries inside. */
final class AgentFile {
  private static final String NAME = "leak-agent.jar";

  private AgentFile() {}

  /** {@return the jar as a file, which is deleted when the JVM ends} */
  static Path unpack() throws IOException {
    try (InputStream jar = AgentFile.class.getResourceAsStream(NAME)) {
      if (jar == null) {
        throw new IOException("leak-core carries no agent");
      }
      Path directory = Files.createTempDirectory("leak-agent");
      Path file = directory.resolve(NAME);
      Files.copy(jar, file);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(file, directory)));
      return file;
    }
  }

  private static void delete(Path file, Path directory) {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
