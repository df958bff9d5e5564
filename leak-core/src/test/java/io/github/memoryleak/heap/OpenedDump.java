package io.github.memoryleak.heap;

import io.github.memoryleak.heap.dsl.DumpObject;
import io.github.memoryleak.heap.dsl.WrittenDump;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A synthetic dump in a temporary file, read by the engine. */
public final class OpenedDump implements Closeable {
  private final WrittenDump written;
  private final Path path;
  private final HprofFile file;
  private final HeapGraph graph;

  private OpenedDump(WrittenDump written, Path path) throws IOException {
    this.written = written;
    this.path = path;
    this.file = HprofFile.open(path, HeapProgress.NONE);
    this.graph = HeapGraph.read(file, true, HeapProgress.NONE);
  }

  /** {@return the dump, opened; to be closed} */
  public static OpenedDump of(WrittenDump written) throws IOException {
    Path path = Files.createTempFile("synthetic", ".hprof");
    try {
      return new OpenedDump(written, written.writeTo(path));
    } catch (IOException | RuntimeException e) {
      Files.delete(path);
      throw e;
    }
  }

  /** {@return the graph, with labels} */
  public HeapGraph graph() {
    return graph;
  }

  /** {@return the file} */
  public HprofFile file() {
    return file;
  }

  /** {@return the number of an object, or -1} */
  public int number(DumpObject object) {
    return graph.reader().find(written.address(object));
  }

  @Override
  public void close() throws IOException {
    file.close();
    Files.delete(path);
  }
}
