package io.github.memoryleak.maven.fork;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps the beginning and the end of an output, however long it is: a flooding test must neither
 * fill the disk nor block on a full pipe.
 */
final class BoundedOutput {
  private final Path file;
  private final int limit;
  private final byte[] ring;
  private long seen;

  /** An output that goes to the file: its first and its last {@code limit} bytes. */
  BoundedOutput(Path file, int limit) {
    this.file = file;
    this.limit = limit;
    this.ring = new byte[limit];
  }

  /** Reads to the end of the stream; the end of the output is in the file after that. */
  void drain(InputStream in) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[8192];
      int n;
      while ((n = in.read(buffer)) >= 0) {
        accept(buffer, n, out);
      }
      writeTail(out);
    }
  }

  private void accept(byte[] buffer, int n, OutputStream out) throws IOException {
    int head = (int) Math.max(0, Math.min(n, limit - seen));
    out.write(buffer, 0, head);
    if (head > 0) {
      out.flush();
    }
    for (int i = head; i < n; i++) {
      ring[(int) ((seen + i - limit) % limit)] = buffer[i];
    }
    seen += n;
  }

  private void writeTail(OutputStream out) throws IOException {
    long beyond = seen - limit;
    if (beyond <= 0) {
      return;
    }
    long omitted = Math.max(0, beyond - limit);
    if (omitted > 0) {
      String gap = "\n[... " + omitted + " bytes left out ...]\n";
      out.write(gap.getBytes(StandardCharsets.UTF_8));
    }
    int from = (int) (omitted % limit);
    int kept = (int) (beyond - omitted);
    int first = Math.min(kept, limit - from);
    out.write(ring, from, first);
    out.write(ring, 0, kept - first);
  }
}
