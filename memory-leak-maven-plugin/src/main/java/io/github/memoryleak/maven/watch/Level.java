package io.github.memoryleak.maven.watch;

import io.github.memoryleak.report.Units;

/** What is watched of a JVM, and how much growth over the whole time is no matter. */
public enum Level {
  /** The used heap after the latest collection, in bytes. */
  HEAP("heap after collections", true, 1 << 20, 0.01, true),
  /** Live platform threads. */
  THREADS("threads", false, 2, 0, true),
  /** Open files, pipes and sockets. */
  FILE_DESCRIPTORS("file descriptors", false, 4, 0, true),
  /** Loaded classes, less those that were unloaded. */
  CLASSES("loaded classes", false, 20, 0.005, true),
  /** Used metaspace, in bytes. */
  METASPACE("metaspace", true, 1 << 20, 0.01, true),
  /** Direct buffers that exist, as objects. */
  DIRECT_BUFFERS("direct buffers", false, 4, 0.01, true),
  /** Physical memory of the process, in bytes: told, but not judged, for it follows the heap. */
  RESIDENT("resident memory", true, 0, 0, false);

  private final String text;
  private final boolean bytes;
  private final double least;
  private final double leastFraction;
  private final boolean judged;

  Level(String text, boolean bytes, double least, double leastFraction, boolean judged) {
    this.text = text;
    this.bytes = bytes;
    this.least = least;
    this.leastFraction = leastFraction;
    this.judged = judged;
  }

  /** {@return what it is, for people} */
  public String text() {
    return text;
  }

  /** {@return whether its growth makes a leak} */
  boolean isJudged() {
    return judged;
  }

  /**
   * {@return whether growth over the whole time is worth a word}
   *
   * @param growth by how much
   * @param first the first level
   */
  boolean matters(double growth, double first) {
    return growth > least && growth > leastFraction * first;
  }

  /** {@return a level in its unit} */
  String amount(double value) {
    return bytes ? Units.bytes(Math.rint(value)) : Units.decimal(Math.rint(value));
  }

  /** {@return a slope in its unit, with its sign} */
  String slope(double perHour) {
    return bytes
        ? Units.signedBytes(Math.rint(perHour))
        : Units.signed(Math.rint(perHour * 10) / 10);
  }
}
