package io.github.memoryleak.maven.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files on their way: a goal writes each under another name in the same directory, and gives it its
 * own when it is whole. A build that is killed leaves them behind, and on no list.
 */
public final class UnfinishedFiles {
  private static final String PREFIX = "unfinished_";
  private static final String GZIP = ".gz";
  private static final String PROFILE = "(heap|mem|bench)_[0-9]{8}_[0-9]{6}(_[0-9]+)?[.].+";
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** The names that the plugin and its JVMs give, and the copy that redacting a dump makes. */
  private static final Pattern NAME =
      Pattern.compile(
          PREFIX + "(?<pid>[0-9]+)_(" + PROFILE + "|" + UUID + ")|[.]" + PROFILE + "[.]part");

  private UnfinishedFiles() {}

  /**
   * {@return where a file goes until it is whole: a name that no goal looks for, and no other build
   * uses, with the same ending but for that of gzip}
   *
   * @param file its name when it is whole
   */
  public static Path of(Path file) {
    String name = String.valueOf(file.getFileName());
    return file.resolveSibling(
        PREFIX
            + ProcessHandle.current().pid()
            + "_"
            + (name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name));
  }

  /** {@return those that no process writes any more} */
  static List<Path> leftIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(UnfinishedFiles::isLeft).sorted().toList();
    }
  }

  private static boolean isLeft(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches()
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && !isAlive(name.group("pid"));
  }

  /** In a container the next build often has the number of the one that was killed. */
  private static boolean isAlive(@Nullable String pid) {
    try {
      return pid != null
          && Long.parseLong(pid) != ProcessHandle.current().pid()
          && ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isPresent();
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
