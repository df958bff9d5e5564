package io.github.memoryleak.maven.watch;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was seen of the JVM at one moment.
 *
 * @param time when
 * @param collections how many collections there were since the JVM's start
 * @param levels what is known; the heap is that after the latest of the collections
 * @param classes the classes with most bytes; empty when they were not counted this time
 */
public record WatchSample(
    Instant time, long collections, Map<Level, Long> levels, Map<String, ClassCount> classes) {

  /** Copies the maps. */
  public WatchSample {
    Map<Level, Long> copy = new EnumMap<>(Level.class);
    copy.putAll(levels);
    levels = copy;
    classes = new TreeMap<>(classes);
  }

  /**
   * How much there is of a class.
   *
   * @param instances how many
   * @param bytes their shallow bytes
   */
  public record ClassCount(long instances, long bytes) {}
}
