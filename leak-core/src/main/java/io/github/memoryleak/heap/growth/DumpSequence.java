package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.hprof.Concurrent;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads dumps one after another; the next one while the last one is used, if memory allows. A dump
 * may still be to come when those before it are read.
 */
final class DumpSequence implements Closeable {
  private static final double MEMORY_PER_BYTE = 1;

  private final List<Path> dumps;
  private final DumpArrival arrival;
  private final HeapProgress progress;

  private int taken;
  private @Nullable Dump current;
  private @Nullable Concurrent<Dump> following;

  DumpSequence(List<Path> dumps, DumpArrival arrival, HeapProgress progress) {
    this.dumps = dumps;
    this.arrival = arrival;
    this.progress = progress;
  }

  /** A dump in memory. */
  record Dump(HprofFile file, HeapGraph graph) {}

  /**
   * A graph takes a fifth of the size of the dump or less; two of them and what is found in one
   * fit.
   */
  private boolean isRoomForTwo() throws IOException {
    return MEMORY_PER_BYTE * largest() < Runtime.getRuntime().maxMemory();
  }

  /** {@return the size of the largest dump that is there} */
  private long largest() throws IOException {
    long largest = 0;
    for (Path dump : dumps) {
      largest = Math.max(largest, Files.exists(dump) ? Files.size(dump) : 0);
    }
    return largest;
  }

  boolean hasNext() {
    return taken < dumps.size();
  }

  /** {@return the next dump; the one before is closed} */
  Dump next() throws IOException {
    closeCurrent();
    Concurrent<Dump> begun = following;
    following = null;
    Dump dump = begun == null ? read(dumps.get(taken)) : finished(begun);
    current = dump;
    taken++;
    if (hasNext() && isRoomForTwo()) {
      Path path = dumps.get(taken);
      following = Concurrent.start(() -> read(path));
    }
    return dump;
  }

  private Dump read(Path path) throws IOException {
    arrival.await(path);
    HprofFile file = HprofFile.open(path, progress);
    try {
      return new Dump(file, HeapGraph.read(file, true, progress));
    } catch (Throwable e) {
      file.close();
      throw e;
    }
  }

  private static Dump finished(Concurrent<Dump> begun) throws IOException {
    try {
      return begun.get();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void closeCurrent() throws IOException {
    if (current != null) {
      current.file().close();
      current = null;
    }
  }

  @Override
  public void close() throws IOException {
    closeCurrent();
    if (following != null) {
      finished(following).file().close();
    }
  }
}
