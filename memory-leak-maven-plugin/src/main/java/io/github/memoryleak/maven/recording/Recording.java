package io.github.memoryleak.maven.recording;

import io.github.memoryleak.maven.settings.UserError;
import java.nio.file.Path;
import java.util.List;

/**
 * What a recording tells.
 *
 * @param file the recording
 * @param nanos how long it is, in nanoseconds
 * @param tests how many executions of tests it saw
 * @param allocations what was allocated, by stack, class and test
 * @param live what was still alive at the end, where async-profiler noted it
 * @param collections the collections of garbage
 */
public record Recording(
    Path file,
    long nanos,
    int tests,
    List<Allocation> allocations,
    List<Allocation> live,
    Collections collections) {
  /** Copies the lists. */
  public Recording {
    allocations = List.copyOf(allocations);
    live = List.copyOf(live);
  }

  /**
   * Reads a recording.
   *
   * @param file the recording
   * @return what it tells
   * @throws UserError when it cannot be read
   */
  public static Recording read(Path file) {
    return RecordingReader.read(file);
  }

  /**
   * {@return what was allocated, or was alive}
   *
   * @param index which of both
   * @throws UserError when the recording has nothing about it
   */
  public List<Allocation> samples(SampleIndex index) {
    List<Allocation> samples = index.isLive() ? alive() : allocations;
    if (samples.isEmpty()) {
      throw new UserError(
          file
              + (index.isLive()
                  ? " has no events about live objects: record with leak.profiler=async-profiler, or"
                      + " ask for alloc_space."
                  : " has no events about allocation: record with leak:profile, or with"
                      + " settings=profile."));
    }
    return samples;
  }

  private List<Allocation> alive() {
    return live.isEmpty() ? OldObjects.of(file) : live;
  }
}
