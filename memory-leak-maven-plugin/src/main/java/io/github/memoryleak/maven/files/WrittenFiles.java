package io.github.memoryleak.maven.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files in a directory that the goals wrote: a text file in it names each, relative to it, a
 * line each.
 *
 * @param directory the directory
 */
public record WrittenFiles(Path directory) {
  private static final String LIST = ".leak-files";

  /**
   * What became of the files of a list.
   *
   * @param removed what was removed
   * @param kept lines that name nothing within the directory
   */
  public record Removal(List<Path> removed, List<String> kept) {
    /** Copies the lists. */
    public Removal {
      removed = List.copyOf(removed);
      kept = List.copyOf(kept);
    }
  }

  /**
   * {@return the list of the directory that a file lies in}
   *
   * @param file the file
   */
  public static WrittenFiles beside(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException(file + " lies in no directory");
    }
    return new WrittenFiles(parent);
  }

  /**
   * Adds files to the list.
   *
   * @param files files or directories within the directory
   * @throws IOException when the list cannot be written
   */
  public void add(List<Path> files) throws IOException {
    Files.createDirectories(directory);
    StringBuilder lines = new StringBuilder();
    Path base = directory.toAbsolutePath();
    for (Path file : files) {
      lines.append(base.relativize(file.toAbsolutePath())).append('\n');
    }
    Files.writeString(
        directory.resolve(LIST),
        lines,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /**
   * Removes the files of the list and what killed builds left unfinished, then the list, and the
   * directory when nothing is left in it.
   *
   * @return what was removed
   * @throws IOException when a file cannot be removed
   */
  public Removal removeAll() throws IOException {
    List<Path> removed = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      boolean isOurs = removeListed(removed, kept);
      for (Path file : UnfinishedFiles.leftIn(directory)) {
        Files.delete(file);
        removed.add(file);
      }
      if (isOurs || !removed.isEmpty()) {
        removeIfEmpty();
      }
    }
    return new Removal(removed, kept);
  }

  /** {@return whether there is a list} */
  private boolean removeListed(List<Path> removed, List<String> kept) throws IOException {
    Path list = directory.resolve(LIST);
    if (!Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    Set<String> lines = new LinkedHashSet<>(Files.readAllLines(list, StandardCharsets.UTF_8));
    for (String line : lines) {
      Path file = within(line);
      if (file == null) {
        kept.add(line);
      } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        Scratch.remove(file);
        removed.add(file);
      }
    }
    Files.delete(list);
    return true;
  }

  /** A damaged list must not lead out of the directory. */
  private @Nullable Path within(String line) {
    try {
      Path base = directory.toAbsolutePath().normalize();
      Path file = base.resolve(line).normalize();
      return line.isBlank() || !file.startsWith(base) || file.equals(base) ? null : file;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private void removeIfEmpty() throws IOException {
    boolean isEmpty;
    try (Stream<Path> rest = Files.list(directory)) {
      isEmpty = rest.findAny().isEmpty();
    }
    if (isEmpty) {
      Files.delete(directory);
    }
  }
}
