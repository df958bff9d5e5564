package io.github.memoryleak.maven.recording;

import io.github.memoryleak.maven.files.UnfinishedFiles;
import io.github.memoryleak.maven.files.WrittenFiles;
import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Writes what other tools read of a recording, beside it: flame graph, collapsed stacks, pprof. */
public final class RecordingFiles {
  private final Recording recording;
  private final List<Path> written = new ArrayList<>();

  private RecordingFiles(Recording recording) {
    this.recording = recording;
  }

  /** Writes one form to a file. */
  private interface Form {
    void write(Path file) throws IOException;
  }

  /**
   * Writes {@code .html}, {@code .collapsed} and {@code .pb.gz} of the recording's name.
   *
   * @param recording the recording
   * @return the files
   * @throws UserError when one cannot be written
   */
  public static List<Path> write(Recording recording) {
    RecordingFiles files = new RecordingFiles(recording);
    files.write(".html", file -> FlameGraphs.html(recording, file));
    files.write(".collapsed", file -> FlameGraphs.collapsed(recording, file));
    files.write(".pb.gz", file -> PprofFile.write(recording, file));
    return files.written;
  }

  /**
   * Writes flame graphs of what differs, both ways: each has what only the other recording lacks.
   *
   * @param found the comparison
   * @return the files, beside the later recording
   * @throws UserError when one cannot be written
   */
  public static List<Path> writeDifference(RecordingComparison found) {
    Recording base = found.base();
    Recording current = found.current();
    RecordingFiles files = new RecordingFiles(current);
    files.write(".diff.html", file -> FlameGraphs.difference(found, base, current, file));
    files.write(".diff-base.html", file -> FlameGraphs.difference(found, current, base, file));
    return files.written;
  }

  private void write(String ending, Form form) {
    Path file = path(ending);
    Path unfinished = UnfinishedFiles.of(file);
    try {
      form.write(unfinished);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      WrittenFiles.beside(file).add(List.of(file));
      written.add(file);
    } catch (IOException e) {
      throw new UserError(file + " could not be written: " + e.getMessage() + ".", e);
    } finally {
      delete(unfinished);
    }
  }

  private Path path(String ending) {
    String name = String.valueOf(recording.file().getFileName());
    int dot = name.endsWith(".jfr") ? name.length() - ".jfr".length() : name.length();
    return recording.file().resolveSibling(name.substring(0, dot) + ending);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It is not under a final name, so nothing takes it for whole.
    }
  }
}
