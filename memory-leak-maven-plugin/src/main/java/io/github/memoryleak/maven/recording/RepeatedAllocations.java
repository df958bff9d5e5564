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
 * as a sample: the samples add up to the same total once more. Where only what lies outside of
 * buffers is told beside the samples, it is a part of what they add up to.
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
  private static final int FIRST = 4;
  private static final int BEGINNING = 1 << 20;

  private final FileChannel channel;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
  private long windowStart;
  private final long most;
  private long chunk;

  RepeatedAllocations(Path file) throws IOException {
    this(file, Long.MAX_VALUE >> 1);
  }

  private RepeatedAllocations(Path file, long most) throws IOException {
    this.most = most;
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
    long looked = Math.min(end, chunk + most);
    BitSet repeated = types.number(SAMPLE) < 0 ? new BitSet() : kinds(looked, types).repeated();
    chunk = end;
    return repeated;
  }

  /**
   * {@return whether allocation events repeat others at the beginning of the first chunks} The
   * settings of a recording seldom change, and to read all of it costs a third of its time.
   */
  static boolean areIn(Path file) throws IOException {
    try (RepeatedAllocations repeated = new RepeatedAllocations(file, BEGINNING)) {
      boolean found = false;
      for (int i = 0; i < FIRST && !found && repeated.chunk < repeated.channel.size(); i++) {
        found = !repeated.nextChunk().isEmpty();
      }
      return found;
    }
  }

  /** The numbers of the allocation events of a chunk, by kind. */
  private record Kinds(BitSet inNewBuffer, BitSet outside, BitSet samples) {
    BitSet repeated() {
      if (samples.isEmpty()) {
        return samples;
      }
      return inNewBuffer.isEmpty() ? outside : samples;
    }
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

  private Kinds kinds(long end, ChunkEventTypes types) throws IOException {
    int inNewBuffer = types.number(IN_NEW_BUFFER);
    int outside = types.number(OUTSIDE);
    int sample = types.number(SAMPLE);
    Kinds kinds = new Kinds(new BitSet(), new BitSet(), new BitSet());
    int seen = 0;
    long size;
    for (long at = chunk + HEADER; at < end; at += size) {
      load(at, LONGEST_START);
      size = ChunkEventTypes.number(window);
      int type = ChunkEventTypes.number(window);
      if (type == sample) {
        kinds.samples().set(seen++);
      } else if (type == inNewBuffer) {
        kinds.inNewBuffer().set(seen++);
      } else if (type == outside) {
        kinds.outside().set(seen++);
      }
      if (size <= 0) {
        throw new IOException("an event has no size");
      }
    }
    return kinds;
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
