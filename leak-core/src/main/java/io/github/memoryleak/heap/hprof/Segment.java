package io.github.memoryleak.heap.hprof;

/**
 * Where the sub-records of a heap dump record lie.
 *
 * @param start position of the first byte
 * @param end position after the last byte
 * @param cut whether the record went on behind the end of the file
 */
public record Segment(long start, long end, boolean cut) {

  /** {@return the size in bytes} */
  public long size() {
    return end - start;
  }
}
