package io.github.memoryleak.heap.redact;

import io.github.memoryleak.heap.hprof.FastGzip;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A redacted dump as a file of its own, which is either whole or not there. */
public final class RedactedCopy {
  private static final int BUFFER = 1 << 18;

  private RedactedCopy() {}

  /**
   * Writes the copy; it is compressed when its name ends with {@code .gz}, and only its owner may
   * read it.
   *
   * @param file the dump
   * @param copy where the copy goes
   * @param progress told how far it is
   * @throws IOException when the dump makes no sense or the copy cannot be written
   */
  public static void write(HprofFile file, Path copy, HeapProgress progress) throws IOException {
    Path target = copy.toAbsolutePath();
    Path draft = target.resolveSibling("." + target.getFileName() + ".part");
    Files.deleteIfExists(draft);
    Files.createFile(draft, ownerOnly());
    try {
      try (OutputStream out = open(draft, target.toString().endsWith(".gz"))) {
        Redaction.copy(file, out, progress);
      }
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static OutputStream open(Path draft, boolean isCompressed) throws IOException {
    OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.WRITE), BUFFER);
    return isCompressed ? new FastGzip(out) : out;
  }

  private static FileAttribute<?>[] ownerOnly() {
    Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
    return views.contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
