package io.github.memoryleak.heap.hprof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses heap dumps: time counts more than the last percent of size.
 *
 * <p>Heaps have long runs of zeros, in buffers that nobody has filled. A piece of them is not
 * compressed each time anew: what it becomes is known. For that the compressor begins anew behind
 * it, at the border of a byte and without what came before (a full flush).
 *
 * <p>The format is that of RFC 1952 around RFC 1951, in one member.
 */
public final class FastGzip extends OutputStream {
  private static final int BUFFER = 1 << 17;

  /** What the format looks back at most, so that to begin anew costs little. */
  private static final int PIECE = 1 << 15;

  private static final byte[] ZEROS = new byte[PIECE];

  /** Deflated, no flags, no time, fastest, unknown system. */
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};

  private final OutputStream out;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private final CRC32 checksum = new CRC32();
  private final byte[] deflated = new byte[BUFFER];
  private final byte[] zeros;

  private long length;
  private boolean begun;
  private boolean closed;

  /**
   * Compresses what is written to it.
   *
   * @param out where to; closed with this
   * @throws IOException when it cannot be written
   */
  public FastGzip(OutputStream out) throws IOException {
    this.out = out;
    out.write(HEADER);
    zeros = deflatedZeros();
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

  private byte[] deflatedZeros() throws IOException {
    deflater.setInput(ZEROS);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    beginAnew(bytes);
    deflater.reset();
    return bytes.toByteArray();
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    checksum.update(bytes, offset, count);
    length += count;
    int end = offset + count;
    int from = offset;
    for (int at = offset; at + PIECE <= end; at += PIECE) {
      if (Arrays.equals(bytes, at, at + PIECE, ZEROS, 0, PIECE)) {
        deflate(bytes, from, at);
        writeZeros();
        from = at + PIECE;
      }
    }
    deflate(bytes, from, end);
  }

  private void deflate(byte[] bytes, int from, int end) throws IOException {
    if (from < end) {
      begun = true;
      deflater.setInput(bytes, from, end - from);
      while (!deflater.needsInput()) {
        out.write(deflated, 0, deflater.deflate(deflated));
      }
    }
  }

  private void writeZeros() throws IOException {
    if (begun) {
      begun = false;
      beginAnew(out);
    }
    out.write(zeros);
  }

  /** Writes what the compressor has taken so far, up to the border of a byte. */
  private void beginAnew(OutputStream to) throws IOException {
    int count;
    do {
      count = deflater.deflate(deflated, 0, deflated.length, Deflater.FULL_FLUSH);
      to.write(deflated, 0, count);
    } while (count == deflated.length);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (out) {
      deflater.finish();
      while (!deflater.finished()) {
        out.write(deflated, 0, deflater.deflate(deflated));
      }
      out.write(
          ByteBuffer.allocate(2 * Integer.BYTES)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt((int) checksum.getValue())
              .putInt((int) length)
              .array());
    } finally {
      deflater.end();
    }
  }
}
