package io.github.memoryleak.maven.files;

import io.github.memoryleak.maven.settings.UserError;
import java.util.List;

/**
 * The Flight Recorder ends the JVM when it cannot write what it records, which is no fault of the
 * test that runs then.
 */
public final class FullDisk {
  /** Of JDK 17 to 25: what the JVM logs on a full disk, and where it fails at other limits. */
  private static final List<String> SIGNS =
      List.of("Failed to write to jfr stream", "Internal Error (jfrStreamWriterHost");

  private FullDisk() {}

  /**
   * {@return whether it is why the Flight Recorder ended the JVM}
   *
   * @param line of the output of the JVM
   */
  public static boolean isToldBy(String line) {
    return SIGNS.stream().anyMatch(line::contains);
  }

  /**
   * Rejects an end that the Flight Recorder caused.
   *
   * @param output the output of the JVM, or what {@link #isToldBy} chose of it
   * @throws UserError when it tells so
   */
  public static void reject(List<String> output) {
    if (output.stream().anyMatch(FullDisk::isToldBy)) {
      throw new UserError(
          "There was no room for the recording: the JVM ended because the Flight Recorder could"
              + " not write to its folder, by default in that for temporary files. Make room, or"
              + " name another folder with"
              + " -Dleak.argLine=-Djava.io.tmpdir=<folder>.");
    }
  }
}
