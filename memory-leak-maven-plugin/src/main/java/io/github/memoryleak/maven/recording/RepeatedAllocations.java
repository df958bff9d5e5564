package io.github.memoryleak.maven.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * Which allocation events of a recording repeat others. With both kinds enabled, the JVM tells an
 * allocation as a new buffer, or as an object outside of one, and some of them at the same moment
 * as a sample: the samples add up to the same total once more.
 *
 * <p>The reader of jfr-converter shows a sample as an object outside of a buffer. So the types of
 * the events are read here, chunk by chunk, without their contents.
 */
final class RepeatedAllocations implements Closeable {
  private static final String IN_NEW_BUFFER = "jdk.ObjectAllocationInNewTLAB";
  private static final String OUTSIDE = "jdk.ObjectAllocationOutsideTLAB";
  private static final String SAMPLE = "jdk.ObjectAllocationSample";
  private static final int SIZE = 8;
  private static final int METADATA = 24;
  private static final int HEADER = 68;
  private static final int WINDOW = 1 << 18;
  private static final int LONGEST_START = 10;

  private final FileChannel channel;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
  private long windowStart;
  private long chunk;

  RepeatedAllocations(Path file) throws IOException {
    channel = FileChannel.open(file);
    window.limit(0);
  }

  /**
   * Reads the next chunk.
   *
   * @return the numbers of its allocation events that repeat others, counted from 0 in their order
   * @throws IOException when the file cannot be read
   */
  BitSet nextChunk() throws IOException {
    load(chunk, HEADER);
    long end = chunk + window.getLong(window.position() + SIZE);
    ChunkEventTypes types = types(chunk + window.getLong(window.position() + METADATA));
    int sample = types.number(SAMPLE);
    BitSet samples =
        sample < 0
            ? new BitSet()
            : samples(end, sample, types.number(IN_NEW_BUFFER), types.number(OUTSIDE));
    chunk = end;
    return samples;
  }

  private ChunkEventTypes types(long at) throws IOException {
    load(at, LONGEST_START);
    int size = ChunkEventTypes.number(window);
    if (size < 0 || size > channel.size() - at) {
      throw new IOException("the description of its types has " + size + " bytes");
    }
    ByteBuffer metadata = ByteBuffer.allocate(size);
    read(metadata, at);
    return new ChunkEventTypes(metadata);
  }

  private BitSet samples(long end, int sample, int inNewBuffer, int outside) throws IOException {
    BitSet samples = new BitSet();
    int others = 0;
    int seen = 0;
    long size;
    for (long at = chunk + HEADER; at < end; at += size) {
      load(at, LONGEST_START);
      size = ChunkEventTypes.number(window);
      int type = ChunkEventTypes.number(window);
      if (type == sample) {
        samples.set(seen++);
      } else if (type == inNewBuffer || type == outside) {
        seen++;
        others++;
      }
      if (size <= 0) {
        throw new IOException("an event has no size");
      }
    }
    return others == 0 ? new BitSet() : samples;
  }

  /** Puts the window's position there, with so many bytes behind it where the file has them. */
  private void load(long at, int bytes) throws IOException {
    long offset = at - windowStart;
    if (offset < 0 || offset + bytes > window.limit()) {
      window.clear();
      windowStart = at;
      offset = 0;
      read(window, at);
    }
    window.position((int) offset);
  }

  private void read(ByteBuffer into, long at) throws IOException {
    long from = at;
    for (int n = 0; into.hasRemaining() && n >= 0; from += n) {
      n = channel.read(into, from);
    }
    into.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
