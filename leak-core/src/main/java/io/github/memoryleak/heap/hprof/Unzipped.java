package io.github.memoryleak.heap.hprof;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks a gzip file into a temporary one, for random access. */
final class Unzipped {
  private static final int MAGIC = 0x1f8b;
  private static final int BUFFER = 1 << 16;
  private static final long STEP = 1L << 26;

  private Unzipped() {}

  static boolean isGzip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return (in.read() << 8 | in.read()) == MAGIC;
    }
  }

  /** {@return the temporary file; a file that ends early is unpacked as far as it goes} */
  static Path of(Path file, HeapProgress progress) throws IOException {
    Path unpacked = Files.createTempFile("heap", ".hprof");
    try {
      copy(file, unpacked, progress);
      return unpacked;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(unpacked);
      throw e;
    }
  }

  private static void copy(Path file, Path unpacked, HeapProgress progress) throws IOException {
    long total = 0;
    long next = STEP;
    try (InputStream in =
            new GZIPInputStream(
                new BufferedInputStream(Files.newInputStream(file), BUFFER), BUFFER);
        OutputStream out = Files.newOutputStream(unpacked)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        total += n;
        if (total >= next) {
          progress.at("unpacking", total, total);
          next += STEP;
        }
      }
    } catch (EOFException e) {
      if (total == 0) {
        throw new HprofException(file, Files.size(file), "the gzip file ends in its header");
      }
    } catch (ZipException e) {
      throw new HprofException(
          file, total, "not valid gzip data after so many unpacked bytes (" + e.getMessage() + ")");
    }
  }
}
