package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import java.util.List;

/**
 * The strings of a dump that are equal to others.
 *
 * @param strings all strongly reachable strings
 * @param distinct how many different texts they hold
 * @param lostBytes what all but one string of each text take, with their arrays
 * @param isExact whether all texts could be counted; otherwise rare ones were left out to save
 *     memory, and the figures are lower limits
 * @param top the texts that lose most, largest first
 */
public record DuplicateStrings(
    long strings, long distinct, long lostBytes, boolean isExact, List<DuplicateString> top) {
  private static final int BYTES_PER_TEXT = 48;
  private static final int SHARE_OF_MEMORY = 8;

  /** Copies the list. */
  public DuplicateStrings {
    top = List.copyOf(top);
  }

  /**
   * Compares all strings by content, in at most an eighth of the memory.
   *
   * @param view the dump
   * @param top how many texts to tell
   * @param progress told how far it is
   * @return the texts that occur more than once
   * @throws HprofException at a byte that makes no sense
   */
  public static DuplicateStrings of(HeapView view, int top, HeapProgress progress)
      throws HprofException {
    long texts = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / BYTES_PER_TEXT;
    return new StringScan(view, (int) Math.min(texts, 1 << 27), progress).run(top);
  }
}
