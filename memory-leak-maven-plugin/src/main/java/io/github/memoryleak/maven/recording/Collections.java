package io.github.memoryleak.maven.recording;

import java.util.List;

/**
 * The collections of garbage that a recording saw.
 *
 * @param names the collectors, as the JVM calls them
 * @param pauses the sum of pauses of each collection, in nanoseconds, in the order of the file
 * @param liveSets what was in use after collections, in order of time
 */
public record Collections(List<String> names, List<Long> pauses, List<LiveSet> liveSets) {
  /** Copies the lists. */
  public Collections {
    names = List.copyOf(names);
    pauses = List.copyOf(pauses);
    liveSets = List.copyOf(liveSets);
  }

  /**
   * What was in use after a collection.
   *
   * @param nanos when, in nanoseconds after the first event
   * @param bytes how much
   */
  public record LiveSet(long nanos, long bytes) {}
}
