package io.github.memoryleak.maven.dump;

import io.github.memoryleak.maven.files.UnfinishedFiles;
import io.github.memoryleak.maven.files.WrittenFiles;
import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A dump that is being taken: under another name until it is whole.
 *
 * @param file its name when it is whole
 * @param isRedacted whether its texts and numbers are to become zeros
 * @param analysis redacts
 */
public record TakenDump(Path file, boolean isRedacted, AnalysisProcess analysis) {

  /** Writes a dump. */
  @FunctionalInterface
  public interface Writer {
    /**
     * Writes it.
     *
     * @param file where to
     * @throws IOException when it cannot be written
     * @throws InterruptedException when the build is being ended
     */
    void write(Path file) throws IOException, InterruptedException;
  }

  /**
   * Takes the dump.
   *
   * @param writer writes it
   * @throws UserError when it cannot be taken; nothing is left of it then
   * @throws InterruptedException when the build is being ended
   */
  public void take(Writer writer) throws InterruptedException {
    Path unfinished = UnfinishedFiles.of(file);
    try {
      Files.deleteIfExists(unfinished);
      try {
        writer.write(unfinished);
        finish(unfinished);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw new UserError(sentence(e), e);
    }
  }

  /**
   * Takes a profile that is neither redacted nor compressed.
   *
   * @param file its name when it is whole
   * @param writer writes it
   * @throws UserError when it cannot be taken; nothing is left of it then
   * @throws InterruptedException when the build is being ended
   */
  public static void plain(Path file, Writer writer) throws InterruptedException {
    new TakenDump(file, false, new AnalysisProcess(line -> {}, line -> {})).take(writer);
  }

  private void finish(Path unfinished) throws IOException, InterruptedException {
    if (isRedacted) {
      analysis.redact(unfinished, file);
    } else {
      FinishedDump.move(unfinished, file);
    }
    WrittenFiles.beside(file).add(List.of(file));
  }

  private String sentence(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("No space left on device")
        ? "The disk is full: "
            + file
            + " could not be written. Make room, or name another folder with"
            + " leak.profilesDirectory."
        : file + " could not be written: " + message + ".";
  }
}
