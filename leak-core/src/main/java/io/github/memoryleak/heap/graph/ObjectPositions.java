package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.io.UncheckedIOException;

/**
 * Where objects lie in the file: the position of every 64th, from which the others are reached by
 * hopping.
 */
final class ObjectPositions {
  private static final int SHIFT = 6;
  static final int MASK = (1 << SHIFT) - 1;

  private final long[] positions;

  ObjectPositions(int instances) {
    positions = new long[(instances >>> SHIFT) + 1];
  }

  void set(int place, long position) {
    positions[place >>> SHIFT] = position;
  }

  /** {@return the position of the sub-record of an object that is not a class} */
  long of(HprofFile file, int place) {
    try {
      return file.hop(positions[place >>> SHIFT], place & MASK);
    } catch (HprofException e) {
      throw new UncheckedIOException(e);
    }
  }
}
