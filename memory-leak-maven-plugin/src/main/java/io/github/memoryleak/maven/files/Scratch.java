package io.github.memoryleak.maven.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory that is there for a while.
 *
 * @param directory the directory
 */
public record Scratch(Path directory) implements Closeable {

  /**
   * {@return a new directory in that for temporary files}
   *
   * @throws IOException when it cannot be made
   */
  public static Scratch create() throws IOException {
    return new Scratch(Files.createTempDirectory("leak"));
  }

  /** Removes the directory with all that is in it. */
  @Override
  public void close() throws IOException {
    remove(directory);
  }

  /** Removes a file, or a directory with all that is in it. */
  static void remove(Path file) throws IOException {
    try (Stream<Path> tree = Files.walk(file)) {
      for (Path one : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
