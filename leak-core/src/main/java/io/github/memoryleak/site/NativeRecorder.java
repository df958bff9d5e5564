package io.github.memoryleak.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Records which stacks take native memory and do not give it back, by async-profiler: it puts
 * itself between native libraries and the C library's {@code malloc}, {@code calloc}, {@code
 * realloc} and {@code free}.
 *
 * <p>Its library is loaded the first time, and stays. One recording at a time in a JVM.
 */
public final class NativeRecorder {
  /** All blocks, however small. */
  private static final String START = "start,event=nativemem,quiet,file=";

  private static final String STOP = "stop,file=";

  private final Path library;
  private final Path directory;

  private NativeRecorder(Path library, Path directory) {
    this.library = library;
    this.directory = directory;
  }

  /**
   * Begins a recording.
   *
   * @param library async-profiler's, for this platform
   * @return the recording
   * @throws IOException when this JVM does not load it, or it cannot record
   */
  public static NativeRecorder start(Path library) throws IOException {
    if (!Files.isReadable(library)) {
      throw new IOException("there is no file " + library);
    }
    NativeRecorder recorder = new NativeRecorder(library, Files.createTempDirectory("leak"));
    try {
      AgentLoading.load(library, START + recorder.file());
      return recorder;
    } catch (IOException e) {
      recorder.delete();
      throw e;
    }
  }

  /**
   * {@return how large the recording is by now}
   *
   * @throws IOException when it is not there any more
   */
  public long bytes() throws IOException {
    return Files.size(file());
  }

  /**
   * Ends the recording.
   *
   * @return what was taken meanwhile and not given back, by stack, most bytes first
   * @throws IOException when it was not written, or cannot be read
   */
  public List<NativeAllocation> stop() throws IOException {
    try {
      AgentLoading.load(library, STOP + file());
      return RecordedBlocks.read(file());
    } finally {
      delete();
    }
  }

  private Path file() {
    return directory.resolve("native.jfr");
  }

  private void delete() throws IOException {
    Files.deleteIfExists(file());
    Files.delete(directory);
  }
}
