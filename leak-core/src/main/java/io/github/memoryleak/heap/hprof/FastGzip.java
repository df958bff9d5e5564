package io.github.memoryleak.heap.hprof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses heap dumps: time counts more than the last percent of size. */
public final class FastGzip extends GZIPOutputStream {
  private static final int BUFFER = 1 << 17;

  /**
   * Compresses what is written to it.
   *
   * @param out where to; closed with this
   * @throws IOException when it cannot be written
   */
  public FastGzip(OutputStream out) throws IOException {
    super(out, BUFFER);
    def.setLevel(Deflater.BEST_SPEED);
  }

  /**
   * Writes a compressed copy of a file.
   *
   * @param from the file
   * @param to the copy; an existing file keeps its permissions
   * @throws IOException when one cannot be read or the other not be written
   */
  public static void compress(Path from, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = new FastGzip(Files.newOutputStream(to))) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
    }
  }
}
