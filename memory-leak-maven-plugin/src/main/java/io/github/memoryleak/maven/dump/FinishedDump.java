package io.github.memoryleak.maven.dump;

import io.github.memoryleak.heap.hprof.FastGzip;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Gives a dump its name once it is whole. */
final class FinishedDump {
  private FinishedDump() {}

  /** Compresses the dump when its name asks for it, and moves it; only its owner may read it. */
  static void move(Path unfinished, Path dump) throws IOException {
    Path whole = unfinished;
    if (dump.toString().endsWith(".gz")) {
      whole = unfinished.resolveSibling(unfinished.getFileName() + ".gz");
      try {
        zip(unfinished, whole);
      } catch (IOException e) {
        Files.deleteIfExists(whole);
        throw e;
      }
      Files.delete(unfinished);
    }
    name(whole, dump);
  }

  /** A link fails when the name is taken, also by a build that runs at the same time. */
  private static void name(Path whole, Path dump) throws IOException {
    try {
      Files.createLink(dump, whole);
      Files.delete(whole);
    } catch (FileAlreadyExistsException e) {
      throw new IOException("it is there already, written by another build at the same time", e);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(whole, dump);
    }
  }

  private static void zip(Path from, Path to) throws IOException {
    Files.deleteIfExists(to);
    Files.createFile(to);
    ownerOnly(to);
    FastGzip.compress(from, to);
  }

  static void ownerOnly(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }
}
