package io.github.memoryleak.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files that are either whole or not there. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a file under another name in the same directory and then moves it, so that nobody ever
   * reads half of it and a failure leaves the file of before.
   *
   * @param file where it goes; directories that are missing are made
   * @param text the content, written as UTF-8
   * @throws IOException when it cannot be written
   */
  public static void write(Path file, String text) throws IOException {
    Path target = file.toAbsolutePath();
    Path directory = target.resolveSibling(".");
    Files.createDirectories(directory.normalize());
    Path draft =
        target.resolveSibling(
            "unfinished_" + ProcessHandle.current().pid() + "_" + UUID.randomUUID());
    try {
      Files.write(draft, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
      move(draft, target);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
