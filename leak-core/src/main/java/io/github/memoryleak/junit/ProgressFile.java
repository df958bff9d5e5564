package io.github.memoryleak.junit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Writes {@link Progress} to a file, in place. A progress that cannot be written does not stop a
 * measurement.
 */
final class ProgressFile implements AutoCloseable {
  private final RandomAccessFile file;
  private final long start = System.nanoTime();
  private String phase = "discover";
  private String subject = "";
  private String test = "";
  private String testId = "";
  private int round;
  private int loops;
  private int done;
  private int total;

  ProgressFile(Path path) throws IOException {
    file = new RandomAccessFile(path.toFile(), "rw");
    write();
  }

  synchronized void phase(String newPhase, String newSubject) {
    phase = newPhase;
    subject = newSubject;
    round = 0;
    loops = 0;
    write();
  }

  synchronized void round(int newRound, int newLoops) {
    round = newRound;
    loops = newLoops;
    write();
  }

  synchronized void subjects(int newDone, int newTotal) {
    done = newDone;
    total = newTotal;
    write();
  }

  synchronized void testStarts(String name, String id) {
    test = name;
    testId = id;
    write();
  }

  synchronized void testEnds() {
    test = "";
    testId = "";
    write();
  }

  synchronized String test() {
    return test;
  }

  synchronized String testId() {
    return testId;
  }

  synchronized long elapsedMillis() {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private void write() {
    Progress now =
        new Progress(phase, subject, test, testId, round, loops, done, total, elapsedMillis());
    try {
      file.seek(0);
      file.write(now.toLine().getBytes(UTF_8));
    } catch (IOException e) {
      // The reader shows the last progress it saw; the result does not depend on it.
    }
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
