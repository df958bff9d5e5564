package io.github.memoryleak.maven.dump;

import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks the files that a user names before anything is started. */
public final class StoredDumps {
  /** A dump shrinks to a fourth or less. */
  private static final int GZIP_FACTOR = 6;

  private static final String COMPARE = "leak:compare";

  private StoredDumps() {}

  /**
   * Checks that a file is a heap dump or a recording.
   *
   * @param goal the goal that reads it
   * @param file the file
   * @throws UserError when it is none; the message says what it is
   */
  public static void check(String goal, Path file) {
    ProfileKind kind = ProfileKind.of(file);
    if (!isRead(goal, kind)) {
      throw new UserError(
          file
              + " is "
              + kind.text()
              + "; "
              + goal
              + " reads heap dumps (.hprof, .hprof.gz)"
              + (goal.equals(COMPARE)
                  ? ", recordings (.jfr) and results of benchmarks (.json)."
                  : " and recordings (.jfr)."));
    }
  }

  private static boolean isRead(String goal, ProfileKind kind) {
    return kind.isHeapDump()
        || kind == ProfileKind.RECORDING
        || (kind == ProfileKind.JSON && goal.equals(COMPARE));
  }

  /**
   * Checks files that are to be compared.
   *
   * @param files two or more
   * @throws UserError when they are of different kinds, no profiles, or the same file
   */
  public static void checkComparable(List<Path> files) {
    Path first = files.get(0);
    for (Path other : files.subList(1, files.size())) {
      String one = ProfileKind.of(first).text();
      String two = ProfileKind.of(other).text();
      if (!one.equals(two)) {
        throw new UserError(
            first
                + " is "
                + one
                + " and "
                + other
                + " is "
                + two
                + ": only profiles of one kind can be compared.");
      }
    }
    files.forEach(file -> check(COMPARE, file));
    if (files.stream().distinct().count() < files.size()) {
      throw new UserError(
          "leak.base and leak.current name the same file, " + first + ": name two profiles.");
    }
  }

  /**
   * {@return the size of the largest dump in bytes, of a compressed one about what it has unpacked}
   *
   * @param files the dumps
   */
  public static long largest(List<Path> files) {
    return files.stream().mapToLong(StoredDumps::size).max().orElse(0);
  }

  private static long size(Path file) {
    try {
      long size = Files.size(file);
      return ProfileKind.of(file) == ProfileKind.HEAP_DUMP_GZIP ? GZIP_FACTOR * size : size;
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }
}
