package io.github.memoryleak;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Counts operations and their bytes from many threads, for about the price of one {@link
 * java.util.concurrent.atomic.LongAdder#add(long)}.
 *
 * <p>Two adders would cost two atomic updates. Here, both numbers share one 64-bit word, the
 * operations in its lower 20 bits and the bytes above them, and one compare-and-set updates both. A
 * word is emptied into two wide totals once half of either part is used, and an operation too large
 * for a word goes there directly: nothing is ever rounded or lost.
 *
 * <p>Each thread starts at the word its number points to, each word has a cache line (and its
 * prefetched neighbour) of its own, and a thread that loses a race moves on to the next word. So
 * threads seldom meet, and wait for each other only at the lock of the wide totals, which is taken
 * about once in half a million operations.
 *
 * <p>Operations and bytes of one {@link #add} become visible together, and totals never go back.
 * They stop at {@link Long#MAX_VALUE}.
 */
final class OperationCounter {
  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

  private static final int OPERATION_BITS = 20;
  private static final long OPERATION_MASK = (1L << OPERATION_BITS) - 1;

  /** The largest operation that a word takes: a word that is not full has room for one more. */
  static final long MAX_PACKED_BYTES = (1L << 42) - 1;

  /** The top bit of either part. */
  private static final long FULL = (1L << (OPERATION_BITS - 1)) | (1L << 62);

  /** Longs from one word to the next, as a shift: 128 bytes, the JDK's distance for such fields. */
  private static final int STRIDE_SHIFT = 4;

  private static final int STRIPES = stripes(Runtime.getRuntime().availableProcessors());

  private final long[] words = new long[(STRIPES + 1) << STRIDE_SHIFT];
  private long wideOperations;
  private long wideBytes;

  /**
   * The totals at one moment.
   *
   * @param operations how many
   * @param bytes of all operations together
   */
  record Totals(long operations, long bytes) {}

  /**
   * Counts one operation.
   *
   * @param bytes 0 or more
   */
  void add(long bytes) {
    if (bytes > MAX_PACKED_BYTES) {
      addWide(1, bytes);
      return;
    }
    int index = index((int) Thread.currentThread().getId());
    long operation = (bytes << OPERATION_BITS) + 1;
    if (!tryAdd(index, operation)) {
      addElsewhere(index, operation);
    }
  }

  /** {@return all that was counted so far} */
  synchronized Totals totals() {
    long operations = wideOperations;
    long bytes = wideBytes;
    for (int stripe = 0; stripe < STRIPES; stripe++) {
      long word = (long) WORD.getVolatile(words, index(stripe));
      operations = saturatedAdd(operations, word & OPERATION_MASK);
      bytes = saturatedAdd(bytes, word >>> OPERATION_BITS);
    }
    return new Totals(operations, bytes);
  }

  private boolean tryAdd(int index, long operation) {
    long word = (long) WORD.getVolatile(words, index);
    return (word & FULL) == 0 && WORD.compareAndSet(words, index, word, word + operation);
  }

  private void addElsewhere(int start, long operation) {
    int index = start;
    do {
      if (((long) WORD.getVolatile(words, index) & FULL) != 0) {
        empty(index);
      } else {
        index = next(index);
      }
    } while (!tryAdd(index, operation));
  }

  private synchronized void empty(int index) {
    long word = (long) WORD.getAndSet(words, index, 0L);
    addWide(word & OPERATION_MASK, word >>> OPERATION_BITS);
  }

  private synchronized void addWide(long operations, long bytes) {
    wideOperations = saturatedAdd(wideOperations, operations);
    wideBytes = saturatedAdd(wideBytes, bytes);
  }

  /** Spreads a number over the words; the first line holds the array's length and stays free. */
  private static int index(int number) {
    return ((number & (STRIPES - 1)) + 1) << STRIDE_SHIFT;
  }

  private static int next(int index) {
    return index(index >> STRIDE_SHIFT);
  }

  private static long saturatedAdd(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  private static int stripes(int processors) {
    return 4 * Integer.highestOneBit(Math.min(processors, 32));
  }
}
