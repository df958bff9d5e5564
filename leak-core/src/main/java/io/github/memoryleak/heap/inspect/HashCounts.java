package io.github.memoryleak.heap.inspect;

import java.util.stream.IntStream;

/**
 * Counts how often each content occurs, by a hash of 64 bits, in bounded memory.
 *
 * <p>A hash table of 16 bytes a slot that doubles as it fills. At its limit the contents seen least
 * often so far are dropped and the counts are no longer exact: what is really frequent stays, with
 * a count that is too low by what was dropped of it.
 */
final class HashCounts {
  private final int limit;
  private long[] hashes = new long[1024];
  private int[] counts = new int[1024];
  private int[] firsts = new int[1024];
  private int size;
  private long dropped;

  /** Counts up to that many different contents at once. */
  HashCounts(int limit) {
    this.limit = Math.max(1, limit);
  }

  /** Counts an object with that content. */
  void add(long hash, int object) {
    int slot = slot(hash);
    if (counts[slot] == 0) {
      hashes[slot] = hash;
      firsts[slot] = object;
      size++;
    }
    counts[slot]++;
    if (size > limit) {
      drop();
    } else if (size * 3L > counts.length * 2L) {
      rebuild(counts.length * 2, 0);
    }
  }

  /** The slots that are in use. */
  IntStream slots() {
    return IntStream.range(0, counts.length).filter(slot -> counts[slot] > 0);
  }

  int count(int slot) {
    return counts[slot];
  }

  /** The object that had this content first. */
  int first(int slot) {
    return firsts[slot];
  }

  /** How many different contents there are, or were dropped. */
  long distinct() {
    return size + dropped;
  }

  /** Whether nothing was dropped. */
  boolean isExact() {
    return dropped == 0;
  }

  private void drop() {
    int least = 0;
    int before = size;
    while (size > limit / 2) {
      rebuild(counts.length, ++least);
    }
    dropped += before - size;
  }

  /** Keeps what was counted more often than that. */
  private void rebuild(int length, int atMost) {
    long[] oldHashes = hashes;
    int[] oldCounts = counts;
    int[] oldFirsts = firsts;
    hashes = new long[length];
    counts = new int[length];
    firsts = new int[length];
    size = 0;
    for (int i = 0; i < oldCounts.length; i++) {
      if (oldCounts[i] > atMost) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        counts[slot] = oldCounts[i];
        firsts[slot] = oldFirsts[i];
        size++;
      }
    }
  }

  private int slot(long hash) {
    int mask = counts.length - 1;
    int slot = (int) (hash ^ hash >>> 32) & mask;
    while (counts[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
