package io.github.memoryleak.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the measured JVM is, as it last wrote it to its progress file: one line, fields separated
 * by tabs.
 *
 * @param phase what it does: {@code discover}, {@code first run}, {@code screen}, {@code
 *     attribute}, {@code confirm}, {@code done}
 * @param subject the subject being measured, for instance {@code com.acme.CartTest}; may be empty
 * @param test the test that runs right now, as {@code com.acme.CartTest#add}; may be empty
 * @param testId the unique id of that test in the JUnit Platform; may be empty
 * @param round the round of the subject, 0 before the first
 * @param loops loops of the subject so far
 * @param done subjects that are finished
 * @param total subjects that are to be judged, as far as known
 * @param elapsedMillis since the start of the measurement, in milliseconds
 */
public record Progress(
    String phase,
    String subject,
    String test,
    String testId,
    int round,
    int loops,
    int done,
    int total,
    long elapsedMillis) {

  private static final int FIELDS = 9;

  /** {@return the line for the progress file, with a line end} */
  public String toLine() {
    return String.join(
            "\t",
            clean(phase),
            clean(subject),
            clean(test),
            clean(testId),
            Integer.toString(round),
            Integer.toString(loops),
            Integer.toString(done),
            Integer.toString(total),
            Long.toString(elapsedMillis))
        + "\n";
  }

  /**
   * Reads the progress file.
   *
   * @param file the progress file
   * @return the progress, or empty when the file is not there yet or is half written
   * @throws IOException when the file cannot be read
   */
  public static Optional<Progress> read(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    int end = text.indexOf('\n');
    String[] fields = end < 0 ? new String[0] : text.substring(0, end).split("\t", -1);
    if (fields.length != FIELDS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Progress(
              fields[0],
              fields[1],
              fields[2],
              fields[3],
              Integer.parseInt(fields[4]),
              Integer.parseInt(fields[5]),
              Integer.parseInt(fields[6]),
              Integer.parseInt(fields[7]),
              Long.parseLong(fields[8])));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String clean(String field) {
    return field.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
  }
}
