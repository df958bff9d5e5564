package io.github.memoryleak.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * Records where this JVM allocates, and how its collections go.
 *
 * <p>The JVM notes an allocation whenever a thread needs a new buffer to allocate from, and each
 * one that goes past these buffers: some ten thousand events for a gigabyte. A single small object
 * may be missed; what is allocated often is not.
 */
public final class AllocationRecording implements AutoCloseable {
  /** What is recorded; the first ones with their stacks. */
  private static final List<String> WITH_STACKS =
      List.of(
          "jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationOutsideTLAB", "jdk.ThreadStart");

  private static final List<String> WITHOUT_STACKS =
      List.of(
          "jdk.GarbageCollection",
          "jdk.GCHeapSummary",
          "jdk.GCConfiguration",
          "jdk.JVMInformation",
          "jdk.ThreadEnd",
          TestRun.NAME);

  private final Recording recording = new Recording();

  private AllocationRecording() {}

  /**
   * {@return a recording that has begun}
   *
   * @throws IllegalStateException when this JVM has no Flight Recorder
   */
  public static AllocationRecording start() {
    FlightRecorder.register(TestRun.class);
    AllocationRecording begun = new AllocationRecording();
    begun.recording.setName("memory leak gate");
    WITH_STACKS.forEach(name -> begun.recording.enable(name).withStackTrace());
    WITHOUT_STACKS.forEach(begun.recording::enable);
    begun.recording.start();
    return begun;
  }

  /**
   * Ends the recording and writes it.
   *
   * @param file where to; is overwritten
   * @throws IOException when it cannot be written
   */
  public void stop(Path file) throws IOException {
    recording.stop();
    recording.dump(file);
  }

  /** Gives back what the recording holds. */
  @Override
  public void close() {
    recording.close();
  }
}
