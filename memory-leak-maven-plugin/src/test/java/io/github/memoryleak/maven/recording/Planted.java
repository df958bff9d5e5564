package io.github.memoryleak.maven.recording;

import io.github.memoryleak.recording.AllocationRecording;
import io.github.memoryleak.recording.TestRun;
import java.io.IOException;
import java.nio.file.Path;

/** A program whose allocation is known, and recordings of it. */
final class Planted {
  static final int MEGABYTE = 1 << 20;

  /** Bytes of a piece: many go into one buffer of a thread. */
  static final int CHUNK = 1 << 14;

  /** Keeps the compiler from removing what nobody reads. */
  static volatile Object sink = "";

  private Planted() {}

  static int chunks(int megabytes) {
    return megabytes * (MEGABYTE / CHUNK);
  }

  static void heavy(int megabytes) {
    allocate(megabytes);
  }

  static void removed(int megabytes) {
    longs(megabytes);
  }

  private static void allocate(int megabytes) {
    for (int i = 0; i < chunks(megabytes); i++) {
      sink = new byte[CHUNK];
    }
  }

  /** Too large for any thread's buffer. */
  static void large(int megabytes) {
    for (int i = 0; i < megabytes; i += 8) {
      sink = new byte[8 * MEGABYTE];
    }
  }

  /** Each caller has its own copy of the loop, so that its own frame is the innermost. */
  private static void longs(int megabytes) {
    for (int i = 0; i < chunks(megabytes); i++) {
      sink = new long[CHUNK / Long.BYTES];
    }
  }

  /** A part of the program that counts as a test. */
  record Part(String test, Runnable body) {}

  static Recording record(Path file, Part... parts) throws IOException {
    return record(file, () -> {}, parts);
  }

  /** Records parts, and before them something that is no part. */
  static Recording record(Path file, Runnable before, Part... parts) throws IOException {
    try (AllocationRecording recording = AllocationRecording.start()) {
      before.run();
      for (Part part : parts) {
        TestRun run = new TestRun(part.test());
        run.begin();
        part.body().run();
        run.commit();
      }
      recording.stop(file);
    }
    return Recording.read(file);
  }
}
