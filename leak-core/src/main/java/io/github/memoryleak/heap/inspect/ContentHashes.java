package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.util.BitSet;

/**
 * Hashes arrays of primitives to 64 bits: eight bytes at a time, each mixed in by a multiplication
 * and a shift, so nothing is copied however long the array is.
 */
final class ContentHashes {
  private static final long PRIME = 0x9E3779B97F4A7C15L;
  private static final int SHIFT = 29;

  private final HeapView view;
  private final HprofFile file;

  ContentHashes(HeapView view) {
    this.view = view;
    file = view.file();
  }

  /** Sees the hash of an array's content. */
  @FunctionalInterface
  interface Action {
    void hash(int array, long hash);
  }

  /** Hashes the arrays of a set. */
  void each(BitSet arrays, Action action) throws HprofException {
    PrimitiveArrays.each(
        view,
        (array, type, position, length) -> {
          if (arrays.get(array)) {
            action.hash(array, hash(position, length * type.bytes(file.idSize())));
          }
        });
  }

  private long hash(long position, long length) {
    long end = position + length;
    long hash = length * PRIME;
    long at = position;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      hash = mixed(hash, file.longInteger(at));
    }
    for (; at < end; at++) {
      hash = mixed(hash, file.unsignedByte(at));
    }
    return hash;
  }

  private static long mixed(long hash, long value) {
    long mixed = (hash ^ value) * PRIME;
    return mixed ^ mixed >>> SHIFT;
  }
}
