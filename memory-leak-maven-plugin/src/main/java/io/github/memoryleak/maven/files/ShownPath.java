package io.github.memoryleak.maven.files;

import java.nio.file.Path;

/** Files as people see and type them in the folder of the build. */
public final class ShownPath {
  private ShownPath() {}

  /**
   * {@return the path relative to the folder in which the build was started; absolute when the file
   * lies elsewhere}
   *
   * @param file a file
   */
  public static String of(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return (file.startsWith(here) ? here.relativize(file) : file).toString();
  }
}
