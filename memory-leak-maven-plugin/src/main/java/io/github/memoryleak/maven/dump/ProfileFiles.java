package io.github.memoryleak.maven.dump;

import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The heap dumps in the profiles directory.
 *
 * @param directory that directory
 */
public record HeapDumpFiles(Path directory) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);
  private static final Pattern NAME = Pattern.compile("heap_.*\\.hprof(\\.gz)?");
  private static final String PLAIN = ".hprof";
  private static final String GZIP = ".hprof.gz";

  /**
   * {@return the file of the next dump; its directory is made}
   *
   * @param now when it is taken
   * @param isGzip whether it is to be compressed
   * @throws IOException when the directory cannot be made
   */
  public Path next(LocalDateTime now, boolean isGzip) throws IOException {
    Files.createDirectories(directory);
    String name = "heap_" + TIME.format(now);
    String taken = name;
    for (int i = 2; isTaken(taken); i++) {
      taken = name + "_" + i;
    }
    return directory.resolve(taken + (isGzip ? GZIP : PLAIN));
  }

  private boolean isTaken(String name) {
    return Files.exists(directory.resolve(name + PLAIN))
        || Files.exists(directory.resolve(name + GZIP));
  }

  /**
   * {@return where a dump goes until it is whole: a name in the same directory that no goal looks
   * for}
   *
   * @param dump the file of the dump
   */
  static Path unfinished(Path dump) {
    String name = String.valueOf(dump.getFileName());
    return dump.resolveSibling("unfinished_" + name.substring(0, name.indexOf(PLAIN)) + PLAIN);
  }

  /**
   * {@return the newest dumps, the oldest of them first}
   *
   * @param count how many
   * @param parameters the parameters that name files instead, for the error
   * @throws UserError when there are not so many
   */
  public List<Path> newest(int count, String parameters) {
    List<Path> all = all();
    if (all.size() < count) {
      throw new UserError(
          (all.isEmpty()
                  ? "There is no heap dump in " + directory
                  : "There is only one heap dump in " + directory + ", " + all.get(0))
              + ": take one with leak:heap, or name "
              + parameters
              + ".");
    }
    return List.copyOf(all.subList(all.size() - count, all.size()));
  }

  private List<Path> all() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> dumps =
          new ArrayList<>(
              files.filter(f -> NAME.matcher(String.valueOf(f.getFileName())).matches()).toList());
      dumps.sort(Comparator.comparing(HeapDumpFiles::stem));
      return dumps;
    } catch (IOException e) {
      throw new UserError(directory + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** The name tells the time; the file's own time changes when it is copied. */
  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.indexOf(PLAIN));
  }
}
