package io.github.memoryleak.maven.dump;

import io.github.memoryleak.maven.files.WrittenFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The heap dumps that the measured JVM keeps: it names them itself, and this puts them on the list.
 */
public final class KeptDumps {
  private final Path directory;
  private final List<Path> before;

  /**
   * Looks at what is there before.
   *
   * @param directory the profiles directory
   */
  public KeptDumps(Path directory) {
    this.directory = directory;
    before = all();
  }

  /**
   * Puts what came since then on the list.
   *
   * @throws IOException when the list cannot be written
   */
  public void listNew() throws IOException {
    List<Path> kept = all().stream().filter(dump -> !before.contains(dump)).toList();
    if (!kept.isEmpty()) {
      new WrittenFiles(directory).add(kept);
    }
  }

  private List<Path> all() {
    return new ProfileFiles(directory).all(ProfileFiles.Type.HEAP_DUMP);
  }
}
