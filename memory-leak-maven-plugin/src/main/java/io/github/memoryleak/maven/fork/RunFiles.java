package io.github.memoryleak.maven.fork;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of one measured JVM. They stay, so that one can see afterwards what ran.
 *
 * @param directory where they are
 */
record RunFiles(Path directory) {

  /** {@return the files of a new run; what an earlier build left there is removed} */
  static RunFiles fresh(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      List<Path> old;
      try (Stream<Path> files = Files.walk(directory)) {
        old = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : old) {
        Files.delete(file);
      }
    }
    Files.createDirectories(directory);
    return new RunFiles(directory);
  }

  Path arguments() {
    return directory.resolve("arguments.txt");
  }

  Path settings() {
    return directory.resolve("settings.properties");
  }

  Path output() {
    return directory.resolve("output.txt");
  }

  Path result() {
    return directory.resolve("result.json");
  }

  Path progress() {
    return directory.resolve("progress.txt");
  }

  Path lastWords() {
    return directory.resolve("last-words.txt");
  }

  Path threadDump() {
    return directory.resolve("thread-dump.txt");
  }

  Path judged() {
    return directory.resolve("judged-so-far.json");
  }

  /** {@return the lines of a file; none when it is not there or cannot be read} */
  static List<String> lines(Path file) {
    try {
      // Not every byte that a test prints is UTF-8.
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
